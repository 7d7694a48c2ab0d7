import { beforeAll, describe, expect, it } from 'vitest';
import { as } from '#tests/support/sample-event.ts';
import { meeting } from '#tests/support/events.ts';
import { nextQuery, type Reply, service } from '#tests/support/service.ts';

const found = ({ body }: Reply) => (body.items as { id: string }[]).map(({ id }) => id);
const id = (version: number) => `relation.BGD-PAK.${version}`;

describe('q', () => {
  let chancery: ReturnType<typeof service>;

  beforeAll(async () => {
    chancery = service();
    const person = { id: 'person:bgd-hasina', name: 'Sheikh Hasina' };
    const [bangladesh, pakistan] = as('BGD:participant', 'PAK:participant').participants;
    await chancery.post(
      'relation/BGD-PAK',
      meeting({ summary: 'Talks on the resilience of trade', topics: ['trade'] }),
    );
    await chancery.post('relation/BGD-PAK', meeting({ participants: [{ ...bangladesh, person }, pakistan] }));
    // More than a row of a list holds: its texts are read from the event itself.
    await chancery.post('relation/BGD-PAK', meeting({ summary: `A joint statement. ${'More of it. '.repeat(120)}` }));
    await chancery.post('relation/BGD-PAK', meeting({ summary: 'Nothing of the kind' }));
    const changes = { summary: 'A communiqué after all' };
    await chancery.post('relation/BGD-PAK', { type: 'EventCorrected', of: id(4), changes });
    await chancery.catchUp();
  });

  it.each([
    ['a word of the summary', 'RESIL', [1]],
    ['the name of a person', 'hasina', [2]],
    ['a phrase in a long summary', '"joint statement"', [3]],
    ['what a correction made of the summary', 'communique', [4]],
    ['nothing that a correction has replaced', 'kind', []],
    ['a topic, with the name of a party', 'trade pakistan', [1]],
  ])('finds %s, on a timeline and in the list of a party', async (_, q, versions) => {
    expect(found(await chancery.timeline('BGD-PAK', { q }))).toEqual(versions.map(id));
    expect(found(await chancery.dossier({ party: 'BGD' }, { q }))).toEqual(versions.map(id));
  });

  it('narrows like every other filter, in every list of events', async () => {
    expect(found(await chancery.timeline('BGD-PAK', { q: 'resilience', topic: 'water' }))).toEqual([]);
    expect(found(await chancery.dossier({ topic: 'trade' }, { q: 'resilience' }))).toEqual([id(1)]);
    expect(found(await chancery.dossier({ personId: 'person:bgd-hasina' }, { q: 'resilience' }))).toEqual([]);
  });

  it('searches what was known at an instant', async () => {
    const before = (await chancery.event(id(4))).body.recordedAt;
    const asOf = new Date(Date.parse(String(before)) - 1).toISOString();
    expect(found(await chancery.timeline('BGD-PAK', { q: 'communique', asOf }))).toEqual([]);
  });

  it('selects events of the feed: a correction when the event has the words before or after it', async () => {
    expect(found(await chancery.feed({ q: '"joint statement"' }))).toEqual([id(3)]);
    expect(found(await chancery.feed({ q: 'kind' }))).toEqual([id(4), id(5)]);
    expect(found(await chancery.feed({ q: 'communique' }))).toEqual([id(5)]);
  });

  it('is part of what a cursor of a list is valid for', async () => {
    const page = await chancery.timeline('BGD-PAK', { q: 'bangladesh', limit: '2' });
    const next = nextQuery(page);
    expect(next).toMatchObject({ q: 'bangladesh' });
    expect(found(await chancery.timeline('BGD-PAK', next))).toEqual([id(2), id(1)]);
    expect(await chancery.timeline('BGD-PAK', { ...next, q: 'pakistan' })).toMatchObject({
      status: 400,
      body: { type: 'urn:chancery:problem:invalid-cursor' },
    });
  });

  it.each(['', '"', '…', 'x'.repeat(201)])('refuses %j by the name of the parameter', async (q) => {
    for (const reply of [await chancery.timeline('BGD-PAK', { q }), await chancery.feed({ q })])
      expect(reply).toMatchObject({ status: 400, body: { errors: [{ parameter: 'q' }] } });
  });
});
