import { beforeEach, describe, expect, it } from 'vitest';
import { call, service } from '#tests/support/service.ts';
import { append } from '#functions/append/append.ts';
import seedBrief from '#infra/local/cli/demo/seed-brief.json' with { type: 'json' };
import { meeting, visit } from '#tests/support/events.ts';

const relation = 'relation/BGD-PAK';
let chancery: ReturnType<typeof service>;

beforeEach(() => {
  chancery = service();
});

const type = (name: string) => `urn:chancery:problem:${name}`;

describe('POST /events', () => {
  it('records the whole brief, each commit in its stream', async () => {
    const { status, body } = await chancery.postCommits(seedBrief);
    expect(status).toBe(200);
    expect(body.results).toMatchObject(
      seedBrief.commits.map(({ stream, idempotencyKey, events }) => ({
        stream,
        commitId: idempotencyKey,
        events: events.map(() => ({ id: expect.stringContaining(stream.replace('/', '.')) })),
      })),
    );
  });

  it('gives the same answer when the brief is posted again, and says so', async () => {
    const first = await chancery.postCommits(seedBrief);
    const again = await chancery.postCommits(seedBrief);
    const results = first.body['results'] as readonly object[];
    expect(again.body['results']).toEqual(results.map((one) => ({ ...one, repeated: true })));
  });

  it('appends commits of one stream in their order', async () => {
    const commits = [1, 2, 3].map((version) => ({
      stream: relation,
      expectedVersion: version - 1,
      events: [meeting()],
    }));
    const { body } = await chancery.postCommits({ commits });
    expect(body.results).toMatchObject([{ version: 1 }, { version: 2 }, { version: 3 }]);
  });

  it('records what it can and tells for each of the others what is wrong, and where', async () => {
    await chancery.post('visit/dhaka', visit());
    const { status, body } = await chancery.postCommits({
      commits: [
        { stream: relation, events: [meeting(), meeting()] },
        { stream: 'visit/dhaka', events: [visit({ occurred: '2025-02-20' })] },
        { stream: 'visit/dhaka', expectedVersion: 7, events: [visit()] },
        { stream: 'relation/IND-PAK', events: [{ ...meeting(), occurred: 'soon' }, meeting()] },
        { stream: 'relation/PAK-BGD', events: [meeting()], dryRun: true },
        { events: [] },
        'a commit',
        { stream: relation, events: [meeting()] },
      ],
    });
    expect(status).toBe(200);
    expect(body.results).toMatchObject([
      { stream: relation, version: 2 },
      { stream: 'visit/dhaka', problem: { type: type('rule-violated'), rule: 'visit-already-conducted' } },
      { stream: 'visit/dhaka', problem: { type: type('version-conflict'), currentVersion: 1 } },
      { stream: 'relation/IND-PAK', problem: { errors: [{ pointer: '/commits/3/events/0/occurred' }] } },
      {
        stream: 'relation/PAK-BGD',
        problem: { errors: [{ pointer: '/commits/4/stream' }, { pointer: '/commits/4/dryRun' }] },
      },
      { stream: null, problem: { errors: [{ pointer: '/commits/5/stream' }, { pointer: '/commits/5/events' }] } },
      { stream: null, problem: { errors: [{ pointer: '/commits/6' }] } },
      { stream: relation, version: 3 },
    ]);
  });

  it('points to what is too large within the whole body', async () => {
    const many = Array.from({ length: 101 }, () => meeting());
    const reports = Array.from({ length: 50 }, () => ({ publisher: 'x'.repeat(120), title: 'é'.repeat(300), url: `https://x.org/${'x'.repeat(480)}`, reference: 'é'.repeat(120) })); // prettier-ignore
    const { body } = await chancery.postCommits({
      commits: [
        { stream: relation, events: [meeting()] },
        { stream: 'relation/BGD-IND', events: many },
        { stream: relation, events: [meeting(), meeting({ evidence: { reports } })] },
      ],
    });
    expect(body.results).toMatchObject([
      { version: 1 },
      { problem: { type: type('payload-too-large'), errors: [{ pointer: '/commits/1/events' }] } },
      { problem: { type: type('payload-too-large'), errors: [{ pointer: '/commits/2/events/1' }] } },
    ]);
  });

  it('tells of an error of our own for the commit that met it, and records the others', async () => {
    const broken = append({
      ...chancery.appending,
      append: async (appended) => {
        if (appended.stream === 'visit/dhaka') throw new Error('a mistake of ours');
        return chancery.append(appended);
      },
      catchUp: async () => undefined,
      findDuplicates: async () => [],
    });
    const commits = [{ stream: 'visit/dhaka', events: [visit()] }, { stream: relation, events: [meeting()] }]; // prettier-ignore
    const { status, body } = await call(broken, {
      method: 'POST',
      path: '/events',
      body: { commits },
      subject: 'analyst',
    });
    expect(status).toBe(200);
    expect(body.results).toMatchObject([
      { stream: 'visit/dhaka', problem: { type: type('internal-error'), status: 500 } },
      { stream: relation, version: 1 },
    ]);
    expect(JSON.stringify(body)).not.toContain('a mistake of ours');
  });

  it('begins nothing that the gateway would give up, also where the function has just started', async () => {
    const commits = [{ stream: relation, events: [meeting()] }];
    const given = { method: 'POST', path: '/events', body: { commits }, subject: 'analyst' };
    const late = await call(append(chancery.appending), { ...given, arrivedAt: Date.now() - 24_000 });
    expect(late.body.results).toMatchObject([{ stream: relation, problem: { type: type('not-attempted') } }]);
    const inTime = await call(append(chancery.appending), { ...given, arrivedAt: Date.now() - 10_000 });
    expect(inTime.body.results).toMatchObject([{ stream: relation, version: 1 }]);
  });

  it('waits for the timeline when it is preferred, and tells each position', async () => {
    const streams = ['visit/dhaka', 'visit/lahore'];
    const posted = chancery.postCommits(
      { commits: streams.map((stream) => ({ stream, events: [visit()] })) },
      { prefer: 'wait=20' },
    );
    await expect
      .poll(async () => Promise.all(streams.map(async (stream) => chancery.stores.ledger.head(stream))))
      .not.toContain(undefined);
    await chancery.catchUp();
    const { results } = (await posted).body as { results: { position: number }[] };
    expect(new Set(results.map(({ position }) => position))).toEqual(new Set([1, 2]));
  });

  it('refuses a call as a whole only when it is no call at all', async () => {
    expect(await chancery.postCommits({ commits: [] })).toMatchObject({
      status: 400,
      body: { type: type('invalid-request'), instance: '/events', errors: [{ pointer: '/commits' }] },
    });
    expect(await chancery.postCommits('[')).toMatchObject({ status: 400, body: { type: type('malformed-json') } });
  });
});
