import { beforeEach, describe, expect, it } from 'vitest';
import seedBrief from '#infra/local/cli/demo/seed-brief.json' with { type: 'json' };
import { monthsBetween } from '#shared/domain/dates/calendar.ts';
import { consumeFeed } from '#shared/feed/consumers/consume-feed.ts';
import { announcerName } from '#shared/read-models/changes/announced-phases.ts';
import type { BusEntry } from '#shared/subscriptions/event-bus/event-bus.ts';
import { phaseAnnouncer } from '#shared/subscriptions/phases/announce-phases.ts';
import { phaseCloudEventSchema } from '#shared/subscriptions/phases/phase-cloud-event.ts';
import { sweep } from '#shared/feed/sequencer/sequence.ts';
import { projectFeed } from '#tests/support/projecting.ts';
import { nextQuery, service } from '#tests/support/service.ts';

let clock: Date;
let chancery: ReturnType<typeof service>;

beforeEach(async () => {
  clock = new Date('2025-01-16T12:00:00.000Z');
  chancery = service(undefined, () => clock);
});

const meeting = (occurred: string, parties: readonly string[] = ['BGD', 'PAK']) => ({
  type: 'MeetingHeld',
  occurred,
  participants: parties.map((party) => ({ party, role: 'participant' })),
});

/** One meeting in each month of two years, and then ten in each of two. */
const calmThenBusy = [
  ...monthsBetween('2022-10', '2024-10').map((month) => meeting(`${month}-11`)),
  ...monthsBetween('2024-11', '2024-12').flatMap((month) =>
    Array.from({ length: 10 }, (_, day) => meeting(`${month}-${day + 10}`)),
  ),
];

/** Records meetings, as one commit each. */
async function record(meetings: readonly ReturnType<typeof meeting>[]): Promise<void> {
  for (const one of meetings) {
    const stream = `relation/${one.participants.map(({ party }) => party).join('-')}`;
    expect((await chancery.post(stream, one, { 'x-allow-duplicate': '1' })).status).toBe(201);
  }
}

const phases = async (asked: Readonly<Record<string, string>> = {}) =>
  (await chancery.changes({ kinds: 'phase', ...asked })).body.items as readonly Record<string, unknown>[];

/** Runs the announcer from the beginning, as after its checkpoint was lost. */
async function announceAgain(): Promise<void> {
  await chancery.stores.checkpoints.remove(announcerName);
  await consumeFeed(await chancery.announcer(), chancery.stores);
}

describe('a change of phase', () => {
  beforeEach(async () => {
    await record(calmThenBusy);
    await chancery.catchUp();
  });

  it('is in the list of changes and on the bus, once, with what an analyst may say', async () => {
    const [phase, ...more] = await phases();
    expect(more).toEqual([]);
    expect(phase).toMatchObject({
      id: 'BGD-PAK/tempo-cooperative/2024-11',
      dyad: 'BGD-PAK',
      channel: 'tempo-cooperative',
      kind: 'rise',
      month: '2024-11',
      announcedAt: '2025-01-16T12:00:00.000Z',
      words: expect.stringMatching(/^contacts rose from .* a year in November 2024, Bayes factor /),
    });
    expect(phase?.evidence).toHaveLength(20);
    expect(chancery.announced).toHaveLength(1);
    expect(chancery.announced[0]).toMatchObject({ source: 'chancery', detailType: 'PhaseChanged' });
    const announced: unknown = JSON.parse(chancery.announced[0]?.detail ?? '');
    expect(phaseCloudEventSchema().parse(announced)).toEqual(announced);
    expect(announced).toMatchObject({
      specversion: '1.0',
      id: phase?.id,
      type: 'PhaseChanged',
      position: phase?.position,
      data: { ...phase, parties: ['BGD', 'PAK'], dyads: ['BGD-PAK'] },
    });
  });

  it('is selected by dyad and party, and not among what was recorded', async () => {
    expect(await phases({ dyad: 'BGD-PAK' })).toHaveLength(1);
    expect(await phases({ party: 'PAK' })).toHaveLength(1);
    expect(await phases({ dyad: 'IND-PAK' })).toEqual([]);
    expect(await phases({ party: 'IND' })).toEqual([]);
    const { body } = await chancery.changes();
    expect(body.items).toHaveLength(calmThenBusy.length);
  });

  it('is not announced again by what follows, nor when the announcer begins again, under another id', async () => {
    await record([meeting('2025-01-09'), meeting('2025-01-10')]);
    await chancery.catchUp();
    expect(await phases()).toHaveLength(1);
    await announceAgain();
    expect(await phases()).toHaveLength(1);
    expect(new Set(chancery.announced.map(({ detail }) => JSON.parse(detail).id)).size).toBe(1);
  });

  it('is followed by a cursor, which goes on from where nothing more is known', async () => {
    const first = await chancery.changes({ kinds: 'phase' });
    const next = String(first.body.next);
    expect(await phases({ after: next })).toEqual([]);
    expect(nextQuery(first)).toMatchObject({ kinds: 'phase', after: next });
    await record(calmThenBusy.map(({ occurred }) => meeting(occurred, ['IND', 'PAK'])));
    await chancery.catchUp();
    expect((await phases({ after: next })).map(({ dyad }) => dyad)).toEqual(['IND-PAK']);
    const page = await chancery.changes({ kinds: 'phase', limit: '1' });
    expect(page.body.items).toHaveLength(1);
    expect((await phases({ after: String(page.body.next) })).map(({ dyad }) => dyad)).toEqual(['IND-PAK']);
  });

  it('begins with `now` where the announcer is: what follows from what is recorded already is not lost', async () => {
    const { checkpoints } = chancery.stores;
    const at = await checkpoints.position(announcerName);
    const { body } = await chancery.changes({ kinds: 'phase', after: 'now' });
    expect(body.items).toEqual([]);
    expect(await phases({ after: String(body.next) })).toEqual([]);
    await checkpoints.move(announcerName, at, at - 30);
    const earlier = await chancery.changes({ kinds: 'phase', after: 'now' });
    await checkpoints.move(announcerName, at - 30, at);
    expect(await phases({ after: String(earlier.body.next) })).toHaveLength(1);
  });

  it('comes as CSV', async () => {
    const { body } = await chancery.getAs('text/csv', '/changes', { kinds: 'phase' });
    expect(body.split('\r\n')[1]).toContain('"BGD-PAK/tempo-cooperative/2024-11","BGD-PAK","tempo-cooperative","rise"');
  });
});

describe('an announcer', () => {
  it('announces nothing of history, however much it changes', async () => {
    await record(
      calmThenBusy.map(({ occurred }) => meeting(`${Number(occurred.slice(0, 4)) - 10}${occurred.slice(4)}`)),
    );
    await chancery.catchUp();
    expect(await phases()).toEqual([]);
  });

  it('announces nothing of what was recorded more than a week ago: it begins now', async () => {
    await record(calmThenBusy);
    clock = new Date('2025-01-25T12:00:00.000Z');
    await chancery.catchUp();
    expect(await phases()).toEqual([]);
  });

  it('announces the rise of contacts in the sample brief', async () => {
    const later = new Set(['seed-details', 'seed-f01', 'seed-f02']);
    await chancery.postCommits({
      commits: seedBrief.commits.filter(({ idempotencyKey }) => !later.has(idempotencyKey)),
    });
    await chancery.catchUp();
    expect((await phases({ dyad: 'BGD-PAK' })).map(({ words }) => words)).toEqual([
      'contacts rose from 0.092 to 3.4 a year in August 2024, Bayes factor 186',
    ]);
  });

  it('looks at no further dyad once it has read as many events as it may, and goes on there in the next run', async () => {
    const dyads = [['BGD', 'PAK'], ['BGD', 'IND'], ['IND', 'PAK']]; // prettier-ignore
    const { stores, querying } = chancery;
    for (const parties of dyads) {
      await record(calmThenBusy.map(({ occurred }) => meeting(occurred, parties)));
      await sweep(stores, 1);
    }
    await projectFeed(stores);
    const serving = await querying.serving();
    const bus = { put: async () => [] };
    const run = async (mostRead: number) => {
      const announcer = phaseAnnouncer({ ...stores, bus, serving, now: () => clock, mostRead });
      const { position, caughtUp } = await consumeFeed(announcer, stores);
      return { position, caughtUp, dyads: (await phases()).map(({ dyad }) => dyad) };
    };
    const of = calmThenBusy.length;
    // The first three months of the next dyad are history, at which nobody looks.
    expect(await run(of)).toEqual({ position: of + 3, caughtUp: false, dyads: ['BGD-PAK'] });
    // One event more than that may be read: the next dyad still begins.
    expect(await run(of + 1)).toEqual({ position: 3 * of, caughtUp: false, dyads: ['BGD-PAK', 'BGD-IND', 'IND-PAK'] });
    expect(await run(of)).toMatchObject({ position: 3 * of, caughtUp: true });
  });

  it('looks at the dyads of one event in as many runs as they take, each dyad once', async () => {
    const { stores, querying } = chancery;
    await record(calmThenBusy.map(({ occurred }) => meeting(occurred, ['IND', 'PAK'])));
    await chancery.catchUp();
    await chancery.post('relation/BGD-PAK', meeting('2025-01-09', ['BGD', 'IND', 'PAK']));
    await sweep(stores, 1);
    await projectFeed(stores);
    const serving = await querying.serving();
    const looked: string[] = [];
    const readModels = {
      ...stores.readModels,
      rows: (range: Parameters<typeof stores.readModels.rows>[0]) => {
        looked.push(...(/^timeline@[^/]+\/([A-Z-]+)$/.exec(range.partition)?.slice(1) ?? []));
        return stores.readModels.rows(range);
      },
    };
    const run = async () => {
      const bus = { put: async () => [] };
      const announcer = phaseAnnouncer({ ...stores, readModels, bus, serving, now: () => clock, mostRead: 1 });
      const { position } = await consumeFeed(announcer, stores);
      return { position, looked: looked.splice(0) };
    };
    const of = calmThenBusy.length;
    expect(await run()).toEqual({ position: of, looked: ['BGD-IND'] });
    expect(await run()).toEqual({ position: of, looked: ['BGD-PAK'] });
    expect(await run()).toEqual({ position: of + 1, looked: ['IND-PAK'] });
  });

  it('announces on the bus again what a run that failed there had saved, and nothing else', async () => {
    await record(calmThenBusy);
    const { stores, querying } = chancery;
    await chancery.catchUp();
    await stores.checkpoints.remove(announcerName);
    const refusing = { put: async (entries: readonly BusEntry[]) => entries };
    const timing = { pause: async () => undefined, random: () => 0 };
    const serving = await querying.serving();
    const failing = phaseAnnouncer({ ...stores, bus: refusing, serving, now: () => clock, timing });
    await expect(consumeFeed(failing, stores)).rejects.toThrow('The bus did not take 1 of 1 entries');
    await consumeFeed(await chancery.announcer(), stores);
    const ids = chancery.announced.map(({ detail }) => JSON.parse(detail).id);
    expect(new Set(ids)).toEqual(new Set(['BGD-PAK/tempo-cooperative/2024-11']));
    expect(ids.length).toBeGreaterThan(1);
    expect(await phases()).toHaveLength(1);
  });
});
