import { describe, expect, it } from 'vitest';
import { servingBy } from '#shared/projections/generations/generation-registry.ts';
import { undecided } from '#shared/projections/generations/generations.ts';
import { findDuplicates } from '#shared/read-models/duplicates/query.ts';
import { atPosition, correctionAt } from '#tests/support/feed-events.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { projectEvents } from '#tests/support/projecting.ts';
import { sampleEvent } from '#tests/support/sample-event.ts';

const serving = async () => servingBy(undecided);
const resting = (report: object) => ({ evidence: { reports: [report] } });
const icews = resting({ publisher: 'ICEWS', reference: '20718170' });
const islands = { participants: ['NIU', 'TON'].map((party) => ({ party, role: 'participant' })) };
const recorded = (position: number, fields: object = {}) =>
  atPosition(position, { ...islands, ...icews, occurred: '2013-11-12', ...fields });

/** The ids of what an event of Niue and Tonga, dated 2014-01-01, repeats of what is recorded. */
async function repeated(earlier: Parameters<typeof projectEvents>[1], fields: object = {}) {
  const { readModels } = inMemoryStores();
  await projectEvents({ readModels }, earlier);
  const asked = sampleEvent('MeetingHeld', { ...islands, ...icews, occurred: '2014-01-01', ...fields });
  const [found = []] = await findDuplicates({ readModels, serving })([asked]);
  return found;
}

describe('an event of the same type and parties that rests on the same document', () => {
  it('is a probable duplicate whatever the dates', async () => {
    const [one, ...others] = await repeated([recorded(1)]);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ id: 'relation.BGD-PAK.1', sameDays: false });
    expect(one?.reason).toContain('both rest on icews 20718170');
  });

  it('is one by its address, too, with or without a fragment or a slash at the end', async () => {
    const at = (url: string) => resting({ publisher: 'Daily', url });
    const found = await repeated([recorded(1, at('http://example.org/a/'))], at('https://example.org/a#top'));
    expect(found).toHaveLength(1);
    expect(await repeated([recorded(1, at('https://example.org/a'))], at('https://example.org/b'))).toEqual([]);
  });

  it('is one with a vague date, and after a report was attached', async () => {
    const report = { publisher: 'icews', reference: '20718170' };
    const before = recorded(1, { occurred: '2013', evidence: undefined });
    expect(await repeated([before])).toEqual([]);
    expect(await repeated([before, correctionAt(2, 1, { type: 'ReportAttached', report })])).toHaveLength(1);
  });

  it.each([
    ['another publisher', resting({ publisher: 'GDELT', reference: '20718170' })],
    ['another type', { type: 'CallHeld' }],
    ['other parties', { participants: ['NIU', 'FJI'].map((party) => ({ party, role: 'participant' })) }],
    ['another city', { place: { city: 'Alofi' } }],
  ])('is none with %s', async (_what, fields) => {
    expect(await repeated([recorded(1, fields)], { place: { city: 'Nukuʻalofa' } })).toEqual([]);
  });

  it('is none any more when it was retracted', async () => {
    const retraction = correctionAt(2, 1, { type: 'EventRetracted', reason: 'false' });
    expect(await repeated([recorded(1), retraction])).toEqual([]);
  });

  it('is looked for among the twenty newest of a document that thousands cite', async () => {
    const many = Array.from({ length: 2000 }, (_, at) => recorded(at + 1, { place: { city: `City ${at}` } }));
    const { readModels } = inMemoryStores();
    await projectEvents({ readModels }, many);
    let rows = 0;
    const counting = {
      ...readModels,
      rows: async function* (range: Parameters<typeof readModels.rows>[0]) {
        for await (const row of readModels.rows(range)) {
          rows += 1;
          yield row;
        }
      },
    };
    const asked = sampleEvent('MeetingHeld', { ...islands, ...icews, occurred: '1971' });
    const [found = []] = await findDuplicates({ readModels: counting, serving })([asked]);
    expect(found).toHaveLength(10);
    expect(rows).toBeLessThanOrEqual(50);
  });
});
