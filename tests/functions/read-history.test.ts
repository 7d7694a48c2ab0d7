import { beforeEach, describe, expect, it } from 'vitest';
import { service } from './service.ts';
import { meeting } from '../support/events.ts';

const relation = 'relation/BGD-PAK';
const id = 'relation.BGD-PAK.2';
let chancery: ReturnType<typeof service>;

beforeEach(async () => {
  chancery = service();
  await chancery.post(relation, [meeting(), meeting()]);
});

const correct = async (type: string, fields: object = {}, of = id, by = 'analyst') =>
  chancery.post(relation, { type, of, ...fields }, {}, by);
const stepsOf = (body: Readonly<Record<string, unknown>>) =>
  body.steps as { record: Record<string, unknown>; result: Record<string, unknown> }[];

describe('GET /events/{eventId}/history', () => {
  it('tells each step, oldest first, with who recorded it and when, and the event as it stood then', async () => {
    await correct('EventDateRefined', { occurred: '2025-01-15', summary: 'Dawn gives the day' }, id, 'editor');
    await correct('EventDenied', { by: 'PAK' }, 'relation.BGD-PAK.1');
    await correct('EventDenied', { by: 'PAK' }, id, 'newsroom');
    await chancery.catchUp();
    const { status, headers, body } = await chancery.history(id);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'Content-Type': 'application/json' });
    expect(body.id).toBe(id);
    const when: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    const results = stepsOf(body).map(({ result }) => result);
    expect(stepsOf(body).map(({ record }) => record)).toMatchObject([
      { id, type: 'MeetingHeld', recordedBy: 'analyst', recordedAt: when, position: 2 },
      {
        id: 'relation.BGD-PAK.3',
        type: 'EventDateRefined',
        of: id,
        recordedBy: 'editor',
        recordedAt: when,
        position: 3,
      },
      { id: 'relation.BGD-PAK.5', type: 'EventDenied', of: id, recordedBy: 'newsroom', recordedAt: when, position: 5 },
    ]);
    expect(results).toMatchObject([
      { id, occurred: '2025-01-14', modality: 'held' },
      { id, occurred: '2025-01-15', modality: 'held', corrections: 1 },
      { id, occurred: '2025-01-15', modality: 'denied', deniedBy: ['PAK'], corrections: 2 },
    ]);
    expect(results[0]).not.toHaveProperty('corrections');
    expect(results[1]).not.toHaveProperty('deniedBy');
  });

  it('ends with the event as the timeline shows it', async () => {
    await correct('EventCorrected', { changes: { topics: ['jf-17'] } });
    await correct('ReportAttached', { report: { publisher: 'Dawn' } });
    await correct('EventRetracted', { reason: 'duplicate' });
    await chancery.catchUp();
    const { body } = await chancery.timeline('BGD-PAK', { include: 'retracted,reports', order: 'oldest' });
    const [, shown] = body.items as Record<string, unknown>[];
    const { result = {} } = stepsOf((await chancery.history(id)).body).at(-1) ?? {};
    expect(result).toMatchObject({ withdrawn: { reason: 'duplicate' }, corrections: 3 });
    expect(shown).toMatchObject(result);
  });

  it('has one step for an event that nobody corrected, and none that the feed does not have yet', async () => {
    await chancery.catchUp();
    await correct('EventConfirmed');
    expect(stepsOf((await chancery.history(id)).body)).toHaveLength(1);
    await chancery.catchUp();
    expect(stepsOf((await chancery.history(id)).body)).toHaveLength(2);
  });

  it('is led to by the event', async () => {
    const { headers } = await chancery.event(id);
    expect(headers).toMatchObject({ Link: `</events/${id}/history>; rel="version-history"` });
  });

  it.each(['relation.BGD-PAK.3', 'relation.BGD-PAK.4', 'visit.dhaka.1', 'relation.PAK-BGD.1', 'nothing', ''])(
    'answers 404 for a correction and for what is no event: %j',
    async (eventId) => {
      await correct('EventConfirmed');
      await chancery.catchUp();
      expect(await chancery.history(eventId)).toMatchObject({
        status: 404,
        body: { type: 'urn:chancery:problem:not-found', detail: expect.stringContaining(`no event ${eventId};`) },
      });
    },
  );
});
