import { describe, expect, it } from 'vitest';
import type { RecordedEvent } from '#shared/domain/events/recorded-event.ts';
import type { ProblemDocument } from '#shared/api/protocol/problem.ts';
import { aViolation, aProblem } from '#tests/support/a-problem.ts';
import { clientOf } from '#tests/support/client.ts';
import { type Appended, archivist, type Page, useCloud } from '#tests/support/cloud.ts';
import { freshRelation } from '#tests/support/fresh-relation.ts';

const { cloud, api } = useCloud();

describe('an append', () => {
  it('answers 201 with what was recorded, its version and where to read it', async () => {
    const { dyad, stream, path, meeting } = freshRelation();
    const { status, headers, body } = await api.post(path, meeting());
    expect([status, body]).toEqual([
      201,
      { stream, version: 1, commitId: expect.any(String), events: [{ id: `relation.${dyad}.1`, version: 1 }] },
    ]);
    expect(headers).toMatchObject({ 'content-type': 'application/json', etag: '"1"', location: `${path}?from=1` });
    expect(headers).not.toHaveProperty('preference-applied');
  });

  it('puts a list of events in one commit, at a place that its Location leads to', async () => {
    const { stream, path, meeting } = freshRelation();
    await api.post(path, meeting());
    const posted = await api.post<Appended>(path, [meeting({ summary: 'second' }), meeting({ summary: 'third' })]);
    expect([posted.status, posted.body.version, posted.headers['etag']]).toEqual([201, 3, '"3"']);
    const read = await api.get<Page>(String(posted.headers['location']));
    expect(read.body.items).toMatchObject([
      { stream, version: 2, summary: 'second' },
      { stream, version: 3, summary: 'third' },
    ]);
    const commits = await api.get<Page>(path, { accept: 'application/vnd.chancery.commits+json' });
    expect(commits.body.items).toMatchObject([
      { version: 1, count: 1 },
      { version: 2, count: 2, commitId: posted.body.commitId },
    ]);
  });

  it('is recorded by the subject of the token, whatever else, and shows all that was posted', async () => {
    const { path, meeting } = freshRelation();
    const envoy = clientOf(cloud().url, await cloud().token({ sub: 'envoy-7', scope: 'chancery/append' }));
    const event = meeting({
      topics: ['trade'],
      place: { country: 'CHE', city: 'Geneva' },
      evidence: { credibility: 2 },
    });
    await envoy.post(path, event);
    const { items } = (await api.get<Page>(path)).body;
    expect(items).toEqual([
      expect.objectContaining({
        ...event,
        modality: 'held',
        cameo: '044',
        schemaVersion: 1,
        recordedBy: { subject: 'envoy-7', client: 'workbench', organisation: 'chancery' },
      }),
    ]);
    expect(Date.now() - Date.parse(String(items[0]?.recordedAt))).toBeLessThan(60_000);
  });

  it('that prefers to wait is answered when the timeline has it, with its position', async () => {
    const { dyad, path, meeting } = freshRelation();
    const posted = await api.post<Appended>(path, [meeting(), meeting()], { prefer: 'respond-async, wait=20' });
    expect([posted.status, posted.headers['preference-applied']]).toEqual([201, 'wait=20']);
    const timeline = await api.get<Page>(`/relations/${dyad}/timeline`);
    expect(timeline.body.items.map(({ version, position }) => [version, position])).toEqual([
      [2, posted.body.position],
      [1, Number(posted.body.position) - 1],
    ]);
    const [event] = posted.body.events.slice(-1);
    expect((await api.get<RecordedEvent>(`/events/${event?.id}`)).body.position).toBe(posted.body.position);
  });
});

describe('a precondition', () => {
  it('If-None-Match: * lets only the first append pass', async () => {
    const { path, meeting } = freshRelation();
    expect((await api.post(path, meeting(), { 'if-none-match': '*' })).status).toBe(201);
    const second = await api.post(path, meeting(), { 'if-none-match': '*' });
    expect(second).toMatchObject(aProblem('version-conflict', { currentVersion: 1, instance: path }));
    expect(second.headers['etag']).toBe('"1"');
  });

  it('If-Match lets pass what knows the version, and tells the others which it is', async () => {
    const { path, meeting } = freshRelation();
    const first = await api.post(path, [meeting(), meeting()], { 'if-match': '"0"' });
    const second = await api.post(path, meeting(), { 'if-match': String(first.headers['etag']) });
    expect([first.status, second.status, second.headers['etag']]).toEqual([201, 201, '"3"']);
    for (const stale of ['"0"', '"1"', '"2"', '"4"', '"9007199254740993"']) {
      const refused = await api.post(path, meeting(), { 'if-match': stale });
      expect(refused).toMatchObject(aProblem('version-conflict', { currentVersion: 3 }));
      expect(refused.headers['etag']).toBe('"3"');
    }
  });

  it('of a stream that does not exist is told version 0', async () => {
    const { path, meeting } = freshRelation();
    const refused = await api.post(path, meeting(), { 'if-match': '"7"' });
    expect(refused).toMatchObject(aProblem('version-conflict', { currentVersion: 0 }));
  });

  it.for(['3', 'W/"3"', '"x"', '"1", "2"', '*', '"-1"', '"01"'])('If-Match: %s is not one', async (given) => {
    const { path, meeting } = freshRelation();
    expect(await api.post(path, meeting(), { 'if-match': given })).toMatchObject(aViolation({ header: 'if-match' }));
  });

  it('is said once: If-Match and If-None-Match exclude each other', async () => {
    const { path, meeting } = freshRelation();
    const both = { 'if-match': '"0"', 'if-none-match': '*' };
    expect(await api.post(path, meeting(), both)).toMatchObject(aViolation({ header: 'if-none-match' }));
    const version = await api.post(path, meeting(), { 'if-none-match': '"1"' });
    expect(version).toMatchObject(aViolation({ header: 'if-none-match' }));
  });
});

describe('an Idempotency-Key', () => {
  it.for([
    ['without a precondition', {}],
    ['for a new stream', { 'if-none-match': '*' }],
    ['with a version', { 'if-match': '"0"' }],
  ] as const)('makes an append %s safe to repeat, also after others', async ([, precondition]) => {
    const { path, meeting } = freshRelation();
    const headers = { ...precondition, 'idempotency-key': 'note-42' };
    const first = await api.post(path, [meeting(), meeting()], headers);
    await api.post(path, meeting());
    const again = await api.post(path, [meeting(), meeting()], headers);
    expect(first.status).toBe(201);
    expect([again.status, again.headers['location']]).toEqual([201, first.headers['location']]);
    expect(again.body).toEqual({ ...(first.body as object), repeated: true });
    expect((await api.get<Page>(path)).headers['etag']).toBe('"3"');
    const other = await api.post(path, [meeting({ summary: 'Something else' })], headers);
    expect(other).toMatchObject(aProblem('idempotency-key-reused'));
  });

  it('is one per stream, and of visible characters', async () => {
    const [one, two] = [freshRelation(), freshRelation()];
    const key = { 'idempotency-key': 'the-same' };
    const [first, second] = [
      await api.post(one.path, one.meeting(), key),
      await api.post(two.path, two.meeting(), key),
    ];
    expect([first.status, second.status]).toEqual([201, 201]);
    for (const bad of ['two words', 'x'.repeat(129)]) {
      const refused = await api.post(one.path, one.meeting(), { 'idempotency-key': bad });
      expect(refused).toMatchObject(aViolation({ header: 'idempotency-key' }));
    }
  });
});

describe('an append of several commits', () => {
  it('records what can be recorded and says of each other commit why not', async () => {
    const [one, two] = [freshRelation(), freshRelation()];
    const { status, body } = await api.post<{ results: (Appended | { problem: ProblemDocument })[] }>(
      '/events',
      {
        commits: [
          { stream: one.stream, expectedVersion: 0, events: [one.meeting(), one.meeting()] },
          { stream: two.stream, events: [two.meeting({ colour: 'red' })] },
          { stream: one.stream, expectedVersion: 2, events: [one.meeting()] },
          { stream: one.stream, expectedVersion: 2, events: [one.meeting()] },
          { stream: 'nowhere/x', events: [one.meeting()] },
          { stream: two.stream, expectedVersion: 0, events: [two.meeting()] },
          'not a commit',
        ],
      },
      { prefer: 'wait=20' },
    );
    expect(status).toBe(200);
    expect(body.results).toMatchObject([
      { stream: one.stream, version: 2, position: expect.any(Number), events: [{ version: 1 }, { version: 2 }] },
      { stream: two.stream, problem: { status: 400, errors: [{ pointer: '/commits/1/events/0/colour' }] } },
      { stream: one.stream, version: 3, position: expect.any(Number), events: [{ version: 3 }] },
      { stream: one.stream, problem: { type: 'urn:chancery:problem:version-conflict', currentVersion: 3 } },
      { stream: 'nowhere/x', problem: { status: 400, errors: [{ pointer: '/commits/4/stream' }] } },
      { stream: two.stream, version: 1, position: expect.any(Number), events: [{ version: 1 }] },
      { stream: null, problem: { status: 400, errors: [{ pointer: '/commits/6' }] } },
    ]);
    const [recorded] = (await api.get<Page>(two.path)).body.items;
    expect(recorded).toMatchObject({ version: 1, recordedBy: { subject: archivist, organisation: 'chancery' } });
  });

  it('is refused as a whole when it is not a list of 1 to 100 commits', async () => {
    const { stream, meeting } = freshRelation();
    const commit = { stream, events: [meeting()] };
    for (const commits of [[], Array.from({ length: 101 }, () => commit), undefined])
      expect(await api.post('/events', { commits })).toMatchObject(aViolation({ pointer: '/commits' }));
    const refused = await api.post('/events', { commits: [commit], urgent: true });
    expect(refused).toMatchObject(aViolation({ pointer: '/urgent' }));
    expect((await api.get(`/streams/${stream}/events`)).status).toBe(404);
  });
});
