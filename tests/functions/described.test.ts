import { beforeAll, describe, expect, it } from 'vitest';
import { type Reply, service } from '#tests/support/service.ts';
import { operations } from '#tests/support/operations.ts';
import seedBrief from '#infra/local/cli/demo/seed-brief.json' with { type: 'json' };

const chancery = service();
const meeting = 'relation.BGD-PAK.1';

/** The brief, with an event that was corrected in every way, and one that was merged into another. */
beforeAll(async () => {
  await chancery.postCommits(seedBrief);
  const corrections = [
    { type: 'EventDateRefined', of: meeting, occurred: '1971-03-26' },
    { type: 'EventCorrected', of: meeting, changes: { topics: ['liberation-war'] } },
    { type: 'EventDenied', of: meeting, by: 'PAK' },
    { type: 'EventConfirmed', of: meeting },
    { type: 'CredibilityAssessed', of: meeting, evidence: { reliability: 'A', credibility: 1 } },
    ...Array.from({ length: 51 }, (_, paper) => ({
      type: 'ReportAttached',
      of: meeting,
      report: { publisher: `Paper ${paper}` },
    })),
    { type: 'EventsMerged', of: 'relation.BGD-PAK.2', into: meeting },
    { type: 'EventRetracted', of: 'relation.BGD-PAK.3', reason: 'duplicate' },
  ];
  const { status } = await chancery.post('relation/BGD-PAK', corrections);
  if (status !== 201) throw new Error(`The corrections were not recorded: ${status}`);
  await chancery.catchUp();
});

const calls: Readonly<Record<string, () => Promise<Reply>>> = {
  'POST /events': async () => chancery.postCommits(seedBrief),
  'POST /streams/{category}/{id}/events': async () =>
    chancery.post('relation/BGD-PAK', { type: 'EventRetracted', of: 'relation.BGD-PAK.3', reason: 'duplicate' }),
  'GET /streams/{category}/{id}/events': async () => chancery.stream('relation/BGD-PAK'),
  'GET /events': async () => chancery.feed({ limit: '1000' }),
  'GET /events/{eventId}': async () => chancery.event('relation.BGD-PAK.21'),
  'GET /events/{eventId}/history': async () => chancery.history(meeting),
  'GET /relations/{dyad}/timeline': async () => chancery.timeline('BGD-PAK', { include: 'retracted' }),
  'GET /relations/{dyad}/timeline with reports': async () =>
    chancery.timeline('BGD-PAK', { include: 'retracted,reports' }),
  'GET /relations/{dyad}': async () => chancery.relation('BGD-PAK'),
  'GET /parties/{party}': async () => chancery.party('BGD'),
  'GET /parties/{party}/events': async () => chancery.dossier({ party: 'IND' }),
  'GET /parties/{party}/offices': async () => chancery.offices('PAK'),
  'GET /parties/{party}/offices/{office}/events': async () =>
    chancery.dossier({ party: 'PAK', office: 'chairman-jcsc' }),
  'GET /people/{personId}/events': async () => chancery.dossier({ personId: 'person:bgd-yunus' }),
  'GET /topics': async () => chancery.topics(),
  'GET /topics/{topic}/events': async () => chancery.dossier({ topic: 'jf-17' }),
  'GET /topics/{topic}/trend': async () => chancery.trend('defence-ties'),
  'GET /contacts/{quarter}': async () => chancery.contacts('2025-Q1'),
  'GET /changes': async () => chancery.changes(),
  'GET /relations/{dyad}/score': async () => chancery.score('BGD-PAK', { from: '2024-01' }),
  'GET /relations/{dyad}/phases': async () => chancery.phases('BGD-PAK', { scale: 'plover' }),
  'GET /relations/{dyad}/tempo': async () => chancery.tempo('BGD-PAK'),
  'GET /relations/compare': async () => chancery.compare('BGD-PAK,BGD-IND'),
  'GET /relations': async () => chancery.partners({ party: 'BGD', from: '2024-01' }),
  'GET /health': async () => chancery.get('/health'),
  'GET /health/consumers': async () => chancery.health(),
};

describe('what the API answers', () => {
  it.each(Object.keys(calls))('is what its description says: %s', async (name) => {
    const answer = await calls[name]?.();
    expect(answer?.status).toBe(200);
    const described = operations[name.replace(' with reports', '')]?.responses[200]?.content?.['application/json'];
    expect(described).toBeDefined();
    expect(described?.safeParse(answer?.body).error?.issues ?? []).toEqual([]);
  });
});
