import { beforeAll, describe, expect, it } from 'vitest';
import { service } from '#tests/support/service.ts';
import { meeting } from '#tests/support/events.ts';

const chancery = service();
const [relation, met] = ['relation/BGD-PAK', 'relation.BGD-PAK.1'];
const release = { publisher: 'Dawn', origin: 'ispr' };

beforeAll(async () => {
  await chancery.post(relation, meeting({ evidence: { credibility: 1, reports: [release] } }));
  for (const report of [{ publisher: 'BSS', origin: 'ispr' }, { publisher: 'The Hindu' }]) {
    await chancery.post(relation, { type: 'ReportAttached', of: met, report });
  }
  await chancery.post(relation, meeting());
  await chancery.catchUp();
});

describe('the sources of an event', () => {
  it('are counted on the timeline beside its reports, those attached later too', async () => {
    const counts = { credibility: 1, reportCount: 3, sourceCount: 2 };
    const { items } = (await chancery.timeline('BGD-PAK', { order: 'oldest' })).body;
    expect(items).toMatchObject([{ evidence: counts }, {}]);
    expect((items as object[])[1]).not.toHaveProperty('evidence');
    const full = await chancery.timeline('BGD-PAK', { order: 'oldest', include: 'reports' });
    expect(full.body.items).toMatchObject([{ evidence: { ...counts, reports: { length: 3 } } }, {}]);
  });

  it('are counted after each correction in the history of the event, and not in the record, which stays as it was posted', async () => {
    expect((await chancery.event(met)).body.evidence).toEqual({ credibility: 1, reports: [release] });
    const { items: steps } = (await chancery.history(met)).body;
    const counts = (steps as { result: { evidence: { sourceCount: number } } }[]).map(({ result }) => result.evidence.sourceCount); // prettier-ignore
    expect(counts).toEqual([1, 1, 2]);
  });
});
