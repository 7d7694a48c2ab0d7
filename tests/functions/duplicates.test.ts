import { beforeEach, describe, expect, it } from 'vitest';
import { call, type Reply, service } from '#tests/support/service.ts';
import { append } from '#functions/append/append.ts';
import { AppendResponse } from '#shared/api/appending/append-response.ts';
import { meeting, visit } from '#tests/support/events.ts';

const relation = 'relation/BGD-PAK';
const met = 'relation.BGD-PAK.1';
let chancery: ReturnType<typeof service>;

beforeEach(async () => {
  chancery = service();
  await chancery.post(relation, meeting({ topics: ['jf-17'] }));
  await chancery.catchUp();
});

const reported = (...publishers: string[]) => ({
  evidence: { reports: publishers.map((publisher) => ({ publisher })) },
});
/** The reply to a repetition: that of the first time, which says so. */
const again = (first: Reply): Reply => ({ ...first, body: { ...first.body, repeated: true } });
const types = async (stream = relation) =>
  ((await chancery.stream(stream)).body.items as { type: string }[]).map(({ type }) => type);

describe('an event that is probably recorded already', () => {
  it('is recorded, and the other is named with a reason', async () => {
    const { status, body } = await chancery.post(relation, meeting({ occurred: '2025-01~', ...reported('BSS') }));
    expect(status).toBe(201);
    expect(body.possibleDuplicates).toEqual([
      { of: 0, id: met, reason: 'the same type and parties, at 2025-01-14 and 2025-01~' },
    ]);
    expect(AppendResponse.safeParse(body).error).toBeUndefined();
  });

  it('is told by its place among the events that were posted', async () => {
    const correction = { type: 'EventConfirmed', of: met };
    const { body } = await chancery.post(relation, [correction, meeting({ occurred: '2025-03' }), meeting()]);
    expect(body.possibleDuplicates).toMatchObject([{ of: 2, id: met }]);
  });

  it('is told for each commit of a call with several', async () => {
    const commits = [
      { stream: 'visit/dhaka', events: [visit()] },
      { stream: relation, events: [meeting({ occurred: '2025-03' }), meeting()] },
    ];
    const { results } = (await chancery.postCommits({ commits })).body;
    expect(results).toMatchObject([{ stream: 'visit/dhaka' }, { possibleDuplicates: [{ of: 1, id: met }] }]);
    expect((results as object[])[0]).not.toHaveProperty('possibleDuplicates');
  });

  it('is none of them when the other was retracted, or is the event itself, posted again', async () => {
    const once = { 'idempotency-key': 'once' };
    const first = await chancery.post(relation, meeting({ occurred: '2025-03' }), once);
    await chancery.post(relation, { type: 'EventRetracted', of: met, reason: 'false' });
    await chancery.catchUp();
    expect(await chancery.post(relation, meeting({ occurred: '2025-03' }), once)).toEqual(again(first));
    expect((await chancery.post(relation, meeting())).body).not.toHaveProperty('possibleDuplicates');
  });

  it('is recorded as ever when nobody can look', async () => {
    const outOfReach = async () => Promise.reject(new Error('out of reach'));
    const blind = { ...chancery.appending, findDuplicates: outOfReach, readLatest: outOfReach };
    const one = { method: 'POST', path: `/streams/${relation}/events`, body: meeting(), subject: 'analyst' };
    const alone = await call(append(blind), one);
    expect(alone).toMatchObject({ status: 201, body: { version: 2 } });
    expect(alone.body).not.toHaveProperty('possibleDuplicates');
    const commits = [{ stream: relation, events: [meeting()] }];
    const several = await call(append(blind), {
      method: 'POST',
      path: '/events',
      body: { commits },
      subject: 'analyst',
    });
    expect(several.body).toMatchObject({ results: [{ version: 3 }] });
  });
});

describe('an event posted with onDuplicate=attach', () => {
  it('becomes reports of the one that is there already', async () => {
    const { status, headers, body } = await chancery.attach(relation, { ...meeting(reported('BSS', 'Dawn')), reportedAt: '2025-01-17' }); // prettier-ignore
    expect(status).toBe(201);
    expect(headers).toMatchObject({ ETag: '"3"', Location: '/streams/relation/BGD-PAK/events?from=2' });
    expect(body).toMatchObject({ stream: relation, attachedTo: met, events: [{ version: 2 }, { version: 3 }] });
    expect(body).not.toHaveProperty('possibleDuplicates');
    expect(AppendResponse.safeParse(body).error).toBeUndefined();
    await chancery.catchUp();
    expect((await chancery.timeline('BGD-PAK', { include: 'reports' })).body.items).toMatchObject([
      { id: met, evidence: { sourceCount: 2, reports: [{ publisher: 'BSS' }, { publisher: 'Dawn' }] } },
    ]);
    expect((await chancery.event('relation.BGD-PAK.2')).body).toMatchObject({ type: 'ReportAttached', reportedAt: '2025-01-17' }); // prettier-ignore
  });

  it('is attached in the stream of the other, also when it was posted to another stream', async () => {
    await chancery.post('visit/dhaka', visit());
    await chancery.catchUp();
    const { headers, body } = await chancery.attach('visit/kamr-ul-hassan', visit(reported('BSS')));
    expect(body).toMatchObject({ stream: 'visit/dhaka', version: 2, attachedTo: 'visit.dhaka.1' });
    expect(headers).toMatchObject({ Location: '/streams/visit/dhaka/events?from=2' });
    expect(await chancery.stores.ledger.head('visit/kamr-ul-hassan')).toBeUndefined();
  });

  it('is recorded when it repeats none, or more than one, which the reply then names', async () => {
    const fresh = await chancery.attach(relation, meeting({ occurred: '2025-03', ...reported('BSS') }));
    expect(fresh.body).toMatchObject({ version: 2 });
    expect(fresh.body).not.toHaveProperty('attachedTo');
    await chancery.post(relation, meeting());
    await chancery.catchUp();
    const unsure = await chancery.attach(relation, meeting(reported('BSS')));
    expect(unsure.body).toMatchObject({ version: 4, possibleDuplicates: [{ id: 'relation.BGD-PAK.3' }, { id: met }] });
    expect(unsure.body).not.toHaveProperty('attachedTo');
  });

  it('is recorded when it says held of what was only rumoured: the rumour is for an analyst to confirm', async () => {
    await chancery.post('relation/BGD-IND', meeting({ modality: 'hypothetical', participants: [{ party: 'BGD', role: 'participant' }, { party: 'IND', role: 'participant' }] })); // prettier-ignore
    await chancery.catchUp();
    const held = { ...meeting(reported('BSS')), participants: [{ party: 'BGD', role: 'participant' }, { party: 'IND', role: 'participant' }] }; // prettier-ignore
    const { body } = await chancery.attach('relation/BGD-IND', held);
    expect(body).toMatchObject({ version: 2, possibleDuplicates: [{ id: 'relation.BGD-IND.1' }] });
  });

  it.each([
    ['several events', [meeting(reported('BSS')), meeting(reported('BSS'))], {}, { parameter: 'onDuplicate' }],
    ['a correction', { type: 'EventConfirmed', of: met }, {}, { parameter: 'onDuplicate' }],
    ['an event without reports', meeting(), {}, { pointer: '/evidence/reports' }],
    ['a list of one without reports', [meeting()], {}, { pointer: '/0/evidence/reports' }],
    ['If-Match', meeting(reported('BSS')), { 'if-match': '"1"' }, { header: 'if-match' }],
    ['If-None-Match', meeting(reported('BSS')), { 'if-none-match': '*' }, { header: 'if-none-match' }],
  ])('is refused with %s', async (_, body, headers, fault) => {
    expect(await chancery.attach(relation, body, headers)).toMatchObject({ status: 400, body: { errors: [fault] } });
    expect(await types()).toEqual(['MeetingHeld']);
  });

  it('is not recorded when nobody can look', async () => {
    const blind = { ...chancery.appending, findDuplicates: async () => Promise.reject(new Error('out of reach')) };
    const body = meeting(reported('BSS'));
    const given = { method: 'POST', path: `/streams/${relation}/events`, query: { onDuplicate: 'attach' }, body, subject: 'analyst' }; // prettier-ignore
    await expect(call(append(blind), given)).rejects.toThrow('out of reach');
    expect(await types()).toEqual(['MeetingHeld']);
  });
});

describe('an Idempotency-Key with onDuplicate=attach', () => {
  const once = { 'idempotency-key': 'once' };
  const body = meeting(reported('BSS'));

  it('gives the first answer again when the reports were attached, whatever was recorded since', async () => {
    const first = await chancery.attach(relation, body, once);
    expect(first.body).toMatchObject({ attachedTo: met, commitId: 'once' });
    expect(await chancery.attach(relation, body, once)).toEqual(again(first));
    await chancery.post(relation, meeting());
    await chancery.catchUp();
    expect(await chancery.attach(relation, body, once)).toEqual(again(first));
    await chancery.post(relation, { type: 'EventRetracted', of: met, reason: 'false' });
    await chancery.catchUp();
    expect(await chancery.attach(relation, body, once)).toEqual(again(first));
    expect(await types()).toEqual(['MeetingHeld', 'ReportAttached', 'MeetingHeld', 'EventRetracted']);
  });

  it('gives the first answer again when the event was recorded: it does not repeat itself', async () => {
    const later = meeting({ occurred: '2025-03', ...reported('BSS') });
    const first = await chancery.attach(relation, later, once);
    await chancery.catchUp();
    expect(await chancery.attach(relation, later, once)).toEqual(again(first));
    expect(await types()).toEqual(['MeetingHeld', 'MeetingHeld']);
  });

  it('gives the first answer again when the reports went to another stream, attached or not the second time', async () => {
    await chancery.post('visit/dhaka', visit());
    await chancery.catchUp();
    const first = await chancery.attach('visit/lahore', visit(reported('BSS')), once);
    expect(first.body).toMatchObject({ stream: 'visit/dhaka', attachedTo: 'visit.dhaka.1' });
    expect(await chancery.attach('visit/lahore', visit(reported('BSS')), once)).toEqual(again(first));
    expect((await chancery.post('visit/lahore', visit(reported('BSS')), once)).body).toEqual(again(first).body);
  });

  it('records once when the same call comes twice at the same time', async () => {
    const [a, b] = await Promise.all([chancery.attach(relation, body, once), chancery.attach(relation, body, once)]);
    expect(again(a)).toEqual(again(b));
    expect(await types()).toEqual(['MeetingHeld', 'ReportAttached']);
  });

  it('is refused for another event', async () => {
    await chancery.attach(relation, body, once);
    expect(await chancery.attach(relation, meeting(reported('Dawn')), once)).toMatchObject({
      status: 422,
      body: { type: 'urn:chancery:problem:idempotency-key-reused', detail: expect.stringContaining(relation) },
    });
  });
});
