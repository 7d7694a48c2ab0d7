import { describe, expect, it } from 'vitest';
import { rootOf, type TreeNode, treeNode } from '#shared/domain/scoring/event-tree.ts';
import { record } from '#shared/domain/events/recorded-event.ts';
import { newestScoring } from '#shared/domain/scoring/scoring.ts';
import { sampleEvent } from '#tests/support/sample-event.ts';
import { recorder } from '#tests/support/recorder.ts';

const node = (fields: object, more: object = {}): TreeNode => {
  const event = record(sampleEvent('MeetingHeld', { ...fields }), { recordedAt: '2025-01-16T09:00:00.000Z', recordedBy: recorder() }); // prettier-ignore
  return treeNode(newestScoring, {
    ...event,
    id: 'relation.BGD-PAK.1',
    stream: 'relation/BGD-PAK',
    version: 1,
    ...more,
  });
};

describe('the place of an event in its tree', () => {
  it('is below what it is part of', () => {
    expect(node({ partOf: 'visit.dhaka.1' })).toMatchObject({ parent: 'visit.dhaka.1', facts: { day: '2025-01-14' } });
  });

  it('is at the top when it is part of nothing, or said to be part of itself', () => {
    expect(node({})).not.toHaveProperty('parent');
    expect(node({ partOf: 'relation.BGD-PAK.1' })).not.toHaveProperty('parent');
  });

  it('is below what it was merged into, whatever it was part of', () => {
    const withdrawn = { reason: 'merged', into: 'relation.BGD-PAK.7' };
    expect(node({ partOf: 'visit.dhaka.1' }, { withdrawn })).toMatchObject({
      parent: 'relation.BGD-PAK.7',
      facts: null,
    });
  });

  it('is kept by one that is retracted or not held: others may belong to it', () => {
    expect(node({ partOf: 'visit.dhaka.1' }, { withdrawn: { reason: 'false' } })).toMatchObject({ parent: 'visit.dhaka.1', facts: null }); // prettier-ignore
    expect(node({ partOf: 'visit.dhaka.1', modality: 'hypothetical' })).toMatchObject({ parent: 'visit.dhaka.1', facts: null }); // prettier-ignore
  });
});

describe('the root of a tree', () => {
  const parents =
    (of: Readonly<Record<string, string>>) =>
    async (id: string): Promise<TreeNode | undefined> => {
      const parent = of[id];
      return parent === undefined ? undefined : { id, parent, facts: null };
    };

  it('is what an intention, declared in a meeting of a visit, belongs to in the end', async () => {
    const of = parents({ intention: 'meeting', meeting: 'visit' });
    for (const id of ['intention', 'meeting', 'visit']) expect(await rootOf(id, of)).toBe('visit');
  });

  it('is the event itself when it belongs to nothing', async () => {
    expect(await rootOf('call', parents({}))).toBe('call');
  });

  it('is, of events that belong to each other in a circle, the same for each of them and what hangs on them', async () => {
    const of = parents({ a: 'b', b: 'c', c: 'a', on: 'b' });
    for (const id of ['a', 'b', 'c', 'on']) expect(await rootOf(id, of)).toBe('a');
  });
});
