import { beforeAll, describe, expect, it } from 'vitest';
import { csvLines } from '#tests/support/csv-lines.ts';
import { type Reply, nextQuery, service } from '#tests/support/service.ts';
import { meeting, visit } from '#tests/support/events.ts';
import { recorder } from '#tests/support/recorder.ts';

const relation = 'relation/BGD-PAK';
const first = 'visit.dhaka.1';
let chancery: ReturnType<typeof service>;
let hour = 10;

const post = async (stream: string, event: object, subject = 'analyst'): Promise<Reply> => {
  hour += 1;
  const answer = await chancery.post(stream, event, {}, subject);
  expect(answer.status).toBe(201);
  await chancery.catchUp();
  return answer;
};
const attached = { publisher: 'Dawn', origin: 'ispr' };

beforeAll(async () => {
  chancery = service(undefined, () => new Date(`2025-01-16T${hour}:00:00Z`));
  await post('visit/dhaka', visit({ evidence: { credibility: 3, reports: [{ publisher: 'BSS' }] } }));
  await post(relation, meeting({ modality: 'hypothetical', thirdParties: ['CHN'] }));
  const dates = { occurred: '2025-01-13/2025-01-18', summary: 'The programme of the visit gives the days' };
  await post('visit/dhaka', { type: 'EventDateRefined', of: first, ...dates }, 'second-desk');
  await post(relation, { type: 'EventConfirmed', of: 'relation.BGD-PAK.1' });
  await post('visit/dhaka', { type: 'ReportAttached', of: first, report: attached });
  const participants = ['IND', 'PAK'].map((party) => ({ party, role: 'participant' }));
  await post(relation, {
    type: 'EventCorrected',
    of: 'relation.BGD-PAK.1',
    changes: { participants, thirdParties: ['BGD'] },
  });
  await post(relation, { type: 'EventRetracted', of: 'relation.BGD-PAK.1', reason: 'false' });
});

interface Change {
  readonly position: number;
  readonly kind: string;
  readonly event: { readonly id: string };
  readonly differences: readonly object[];
}
const changes = async (query: Record<string, string> = {}) => {
  const { status, body } = await chancery.changes(query);
  expect(status).toBe(200);
  return body.items as Change[];
};
const kinds = async (query: Record<string, string>) => (await changes(query)).map(({ kind }) => kind);

describe('GET /changes', () => {
  it('tells in the order of the feed what was recorded and corrected, by whom, why, and what that changed', async () => {
    expect(await changes()).toMatchObject([
      { position: 1, kind: 'recorded', record: first, recordedBy: recorder(), differences: [] },
      { position: 2, kind: 'recorded', event: { id: 'relation.BGD-PAK.1', modality: 'hypothetical' } },
      {
        position: 3,
        kind: 'date-refined',
        record: 'visit.dhaka.2',
        recordedBy: recorder('second-desk'),
        recordedAt: '2025-01-16T13:00:00.000Z',
        summary: 'The programme of the visit gives the days',
        event: { id: first, occurred: '2025-01-13/2025-01-18', corrections: 1 },
        differences: [{ pointer: '/occurred', from: '2025-01~', to: '2025-01-13/2025-01-18' }],
      },
      { kind: 'confirmed', differences: [{ pointer: '/modality', from: 'hypothetical', to: 'held' }] },
      {
        kind: 'report-attached',
        event: { evidence: { credibility: 3, reportCount: 2 } },
        differences: [{ pointer: '/evidence/reports/1', to: attached }],
      },
      {
        kind: 'corrected',
        differences: [
          { pointer: '/participants/0/party', from: 'BGD', to: 'IND' },
          { pointer: '/thirdParties/0', from: 'CHN', to: 'BGD' },
        ],
      },
      { kind: 'retracted', differences: [{ pointer: '/withdrawn', to: { reason: 'false' } }] },
    ]);
  });

  it('tells it of a dyad and of a party, also where a correction takes the event away from them', async () => {
    const ofMeeting = ['recorded', 'confirmed', 'corrected'];
    expect(await kinds({ dyad: 'BGD-PAK' })).toEqual(['recorded', 'recorded', 'date-refined', 'confirmed', 'report-attached', 'corrected']); // prettier-ignore
    expect(await kinds({ dyad: 'IND-PAK' })).toEqual(['corrected', 'retracted']);
    expect(await kinds({ dyad: 'PAK-IND' })).toEqual(['corrected', 'retracted']);
    expect(await kinds({ party: 'IND' })).toEqual(['corrected', 'retracted']);
    const bangladesh = await changes({ party: 'BGD' });
    const mentioned = [...ofMeeting, 'retracted'];
    expect(bangladesh.filter(({ event }) => event.id !== first).map(({ kind }) => kind)).toEqual(mentioned);
    expect(await kinds({ party: 'CHN' })).toEqual(ofMeeting);
    expect(await kinds({ dyad: 'FJI-ISL' })).toEqual([]);
  });

  it('goes on from the cursor of an answer, of the feed, or of an append, and always leads on', async () => {
    const page = await chancery.changes({ dyad: 'BGD-PAK', limit: '4' });
    expect(nextQuery(page)).toMatchObject({ dyad: 'BGD-PAK', after: page.body.next });
    const rest = await chancery.changes(nextQuery(page));
    expect((rest.body.items as Change[]).map(({ kind }) => kind)).toEqual(['report-attached', 'corrected']);
    const end = await chancery.changes({ after: String(page.body.next) });
    const ofAll = ['report-attached', 'corrected', 'retracted'];
    expect((end.body.items as Change[]).map(({ kind }) => kind)).toEqual(ofAll);
    expect(rest.body.next).toBe(end.body.next); // the last change is of others, and was looked at
    const none = await chancery.changes({ after: String(end.body.next) });
    expect(none.body).toEqual({ items: [], next: end.body.next });

    const feed = await chancery.feed({ limit: '3' });
    expect((await changes({ after: String(feed.body.next) })).map(({ position }) => position)).toEqual([4, 5, 6, 7]);
  });

  it('begins at the end with `now`', async () => {
    const { body } = await chancery.changes({ after: 'now' });
    expect(body.items).toEqual([]);
    await chancery.post('relation/BGD-PAK', meeting());
    await chancery.catchUp();
    const since = await chancery.changes({ after: String(body.next) });
    expect(since.body.items).toHaveLength(1);
  });

  it('refuses a party and a dyad together, and a cursor that is none', async () => {
    expect(await chancery.changes({ party: 'BGD', dyad: 'BGD-PAK' })).toMatchObject({
      status: 400,
      body: { errors: [{ parameter: 'dyad', detail: 'Expected either `party` or `dyad`' }] },
    });
    expect(await chancery.changes({ after: 'yesterday' })).toMatchObject({
      body: { type: 'urn:chancery:problem:invalid-cursor' },
    });
  });

  it('comes as CSV, with what was changed', async () => {
    const { body } = await chancery.getAs('text/csv', '/changes', { party: 'IND' });
    const [, corrected] = csvLines(body);
    expect(corrected).toContain('corrected,relation.BGD-PAK.3');
    expect(corrected).toContain('/participants/0/party');
  });
});
