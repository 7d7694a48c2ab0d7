import { beforeEach, describe, expect, it } from 'vitest';
import { csvLines } from '#tests/support/csv-lines.ts';
import { nextQuery, service } from '#tests/support/service.ts';
import { meeting } from '#tests/support/events.ts';
import { recorder } from '#tests/support/recorder.ts';

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
  body.items as { record: Record<string, unknown>; result: Record<string, unknown> }[];

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
      { id, type: 'MeetingHeld', recordedBy: recorder(), recordedAt: when, position: 2 },
      {
        id: 'relation.BGD-PAK.3',
        type: 'EventDateRefined',
        of: id,
        recordedBy: recorder('editor'),
        recordedAt: when,
        position: 3,
      },
      {
        id: 'relation.BGD-PAK.5',
        type: 'EventDenied',
        of: id,
        recordedBy: recorder('newsroom'),
        recordedAt: when,
        position: 5,
      },
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

  it.each(['relation.BGD-PAK.3', 'relation.BGD-PAK.4', 'visit.dhaka.1', 'relation.PAK-BGD.1', 'nothing', ' '])(
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

describe('the history of an event as a list', () => {
  beforeEach(async () => {
    await correct('EventDateRefined', { occurred: '2025-01-15' });
    await correct('EventDenied', { by: 'PAK' });
    await chancery.catchUp();
  });

  it('comes in pages that lead to each other', async () => {
    const first = await chancery.history(id, { limit: '2' });
    const second = await chancery.history(id, nextQuery(first));
    const types = [first, second].map(({ body }) => stepsOf(body).map(({ record }) => record.type));
    expect(types).toEqual([['MeetingHeld', 'EventDateRefined'], ['EventDenied']]);
    expect(second.body).toMatchObject({ id, next: null });
  });

  it('is a table for whoever accepts CSV', async () => {
    const { headers, body } = await chancery.getAs('text/csv', `/events/${id}/history`);
    expect(headers['Content-Disposition']).toBe(`attachment; filename="history-${id}.csv"`);
    const [headings = '', ...rows] = csvLines(body);
    expect(headings).toMatch(
      /^record,position,type,recordedAt,recordedBy,organisation,summary,occurred,participants,modality,/,
    );
    expect(rows.map((row) => row.split(',')[2])).toEqual(['MeetingHeld', 'EventDateRefined', 'EventDenied']);
    expect(rows[2]).toContain(',2025-01-15,BGD:participant; PAK:participant,denied,');
  });

  it('ends, as of an instant, with what was known then', async () => {
    const recordedAt = stepsOf((await chancery.history(id)).body).map(({ record }) => String(record.recordedAt));
    const asOf = recordedAt[0] ?? '';
    const known = stepsOf((await chancery.history(id, { asOf })).body);
    expect(known.map(({ record }) => record.recordedAt)).toEqual(recordedAt.filter((at) => at <= asOf));
    expect((await chancery.history(id, { asOf: '1999-01-01T00:00:00Z' })).body).toMatchObject({
      items: [],
      next: null,
    });
  });
});

describe('GET /events/{eventId}?view=corrected', () => {
  const corrected = async (query: Record<string, string> = {}, of = id) =>
    chancery.event(of, { view: 'corrected', ...query });

  it('shows the event as its corrections make it, as the timeline does, and leads to its record and its history', async () => {
    await correct('EventDateRefined', { occurred: '2025-01-15' });
    await chancery.catchUp();
    const { status, headers, body } = await corrected();
    expect([status, headers.Link]).toEqual([200, `</events/${id}/history>; rel="version-history"`]);
    expect(body).toMatchObject({ id, position: 2, occurred: '2025-01-15', from: '2025-01-15', corrections: 1 });
    expect(body.links).toEqual({ record: `/events/${id}`, history: `/events/${id}/history` });
    const { items } = (await chancery.timeline('BGD-PAK', { include: 'reports', from: '2025-01-15' })).body;
    const { standing, links: _links, ...shown } = body;
    expect([standing, [shown]]).toEqual(['corrected', items]);
  });

  it.each([
    ['as-recorded', undefined, {}],
    ['corrected', 'EventConfirmed', {}],
    ['denied', 'EventDenied', { by: 'PAK' }],
    ['retracted', 'EventRetracted', { reason: 'false' }],
    ['merged', 'EventsMerged', { into: 'relation.BGD-PAK.1' }],
  ])('says in a word what has become of it: %s', async (standing, type, fields) => {
    if (type !== undefined) await correct(type, fields);
    await chancery.catchUp();
    const { body } = await corrected();
    expect(body.standing).toBe(standing);
    const into = type === 'EventsMerged' ? '/events/relation.BGD-PAK.1?view=corrected' : undefined;
    expect((body.links as { into?: string }).into).toBe(into);
  });

  it('is led to by a record that is not the last word', async () => {
    await correct('EventRetracted', { reason: 'false' });
    await chancery.catchUp();
    expect((await chancery.event(id)).headers.Link).toBe(
      `</events/${id}/history>; rel="version-history", </events/${id}?view=corrected>; rel="latest-version"`,
    );
  });

  it('shows what was known at an instant, and nothing before the event was recorded', async () => {
    await correct('EventDateRefined', { occurred: '2025-01-15' });
    await chancery.catchUp();
    const [, refined] = stepsOf((await chancery.history(id)).body);
    const asOf = String(refined?.record.recordedAt);
    expect((await corrected({ asOf })).body).toMatchObject({ occurred: '2025-01-15', standing: 'corrected' });
    expect(await corrected({ asOf: '1999-01-01T00:00:00Z' })).toMatchObject({ status: 404 });
    expect(await chancery.event(id, { asOf })).toMatchObject({
      status: 400,
      body: { errors: [{ parameter: 'asOf', detail: expect.stringContaining('view=corrected') }] },
    });
  });

  it('is of a correction its record: nothing corrects it', async () => {
    await correct('EventConfirmed');
    await chancery.catchUp();
    const record = await chancery.event('relation.BGD-PAK.3');
    expect((await corrected({}, 'relation.BGD-PAK.3')).body).toEqual(record.body);
    expect(record.body).toMatchObject({ type: 'EventConfirmed', of: id });
  });
});
