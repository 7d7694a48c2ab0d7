import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { requestToken } from '#infra/local/cli/request-token.ts';
import { scheduledConsumers } from '#shared/feed/consumers/consumer-names.ts';
import { httpRecord, withToken } from '#shared/verification/http-record.ts';
import { verify } from '#shared/verification/verify.ts';
import { until } from '#tests/support/until.ts';
import { allPages, type Client, clientOf } from '#tests/support/client.ts';
import type { Appended } from '#tests/support/cloud.ts';
import { freshRelation, type Relation } from '#tests/support/fresh-relation.ts';
import { allGone, type RunningCloud, runInProcess } from '#tests/support/running-process.ts';
import { sharedAssembly } from '#tests/support/shared-assembly.ts';

const data = mkdtempSync(join(tmpdir(), 'chancery-kill-'));
const started: RunningCloud[] = [];
afterAll(() => {
  for (const { process: child } of started) child.kill('SIGKILL');
  rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

async function start(): Promise<RunningCloud> {
  const running = await runInProcess({ assembly: await sharedAssembly(), data, shards: 4 });
  started.push(running);
  return running;
}

/** SIGKILL: nothing of it can be caught, and what it had started must go as well. */
async function kill(running: RunningCloud): Promise<void> {
  running.process.kill('SIGKILL');
  await once(running.process, 'exit');
  await allGone(running.descendants);
}

/** An append that was sent; its key is its summary too, so that it can be told from all others. */
interface Sent {
  readonly relation: Relation;
  readonly key: string;
}

/**
 * What became of all appends, as far as their writers know: the ids of acknowledged ones, by key, and those that got no
 * answer.
 */
interface Known {
  readonly acknowledged: Map<string, string>;
  readonly unanswered: Sent[];
}

const clientFor = async ({ url }: RunningCloud): Promise<Client> => clientOf(url, await requestToken(url, {}));

const send = async (api: Client, { relation, key }: Sent) =>
  api.post<Appended>(relation.path, relation.meeting({ summary: key }), { 'idempotency-key': key });

/** Appends to a relation, one after the other, until the service is gone. */
async function write(api: Client, relation: Relation, { acknowledged, unanswered }: Known): Promise<void> {
  for (;;) {
    const sent = { relation, key: crypto.randomUUID() };
    const reply = await send(api, sent).catch(() => undefined);
    const [event] = reply?.status === 201 ? reply.body.events : [];
    if (event === undefined) unanswered.push(sent);
    else acknowledged.set(sent.key, event.id);
    if (reply === undefined) return;
  }
}

/** Puts load on the service and kills it in the middle, after so many further appends were acknowledged. */
async function killUnderLoad(running: RunningCloud, relations: readonly Relation[], known: Known, after: number) {
  const api = await clientFor(running);
  const enough = known.acknowledged.size + after;
  const load = Promise.all(relations.flatMap((relation) => [write(api, relation, known), write(api, relation, known)]));
  await until('enough appends', () => known.acknowledged.size >= enough, 120);
  await kill(running);
  await load;
}

interface Health {
  readonly head: number;
  readonly consumers: Record<string, { readonly lag: number }>;
}

/** Of the readers that new events run. */
const lagOf = ({ consumers }: Health) =>
  Object.entries(consumers).reduce((sum, [name, { lag }]) => sum + (scheduledConsumers.has(name) ? 0 : lag), 0);

describe('the whole system, with four shards in each stream, killed in the middle of a load', () => {
  it('has every acknowledged append when it runs again, and what was sent again once, in a gapless feed and on the timelines', async () => {
    const known: Known = { acknowledged: new Map(), unanswered: [] };
    const relations = Array.from({ length: 6 }, freshRelation); // in four shards, or three
    await killUnderLoad(await start(), relations, known, 40);
    await killUnderLoad(await start(), relations, known, 5); // while it still catches up with what the first one left

    const third = await start();
    const token = await requestToken(third.url, {});
    const api = clientOf(third.url, token);
    for (const sent of known.unanswered) expect((await send(api, sent)).status).toBe(201);
    const head = await until(
      'everything sequenced and read',
      async () => {
        const { status, body: health } = await api.get<Health>('/health/consumers');
        if (status === 503) return false; // busy with what the killed ones left
        expect(status).toBe(200);
        if (lagOf(health) > 0 || health.head < known.acknowledged.size + known.unanswered.length) return false;
        return (await verify(httpRecord(third.url, withToken(token)))).unsequenced === 0 && health.head;
      },
      120,
    );

    const feed = (await allPages(api, '/events?limit=1000')).items;
    expect(feed.map(({ position }) => position)).toEqual(Array.from({ length: head }, (_, index) => index + 1));
    const recorded = new Map(feed.map(({ id, summary = '' }) => [summary, id]));
    expect(recorded.size).toBe(feed.length);
    for (const [key, id] of known.acknowledged) expect(recorded.get(key)).toBe(id);
    expect(recorded.size).toBe(known.acknowledged.size + known.unanswered.length);
    for (const { dyad, path, stream } of relations) {
      const events = (await allPages(api, path)).items;
      expect(events.map(({ version }) => version)).toEqual(events.map((_, index) => index + 1));
      expect(events).toEqual(feed.filter((event) => event.stream === stream));
      const timeline = (await allPages(api, `/relations/${dyad}/timeline?order=oldest`)).items;
      expect(timeline.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    }
    const verified = await verify(httpRecord(third.url, withToken(token)));
    expect(verified).toMatchObject({ streams: relations.length, events: head, positions: head, unsequenced: 0 });
    third.process.kill('SIGTERM');
    expect(await once(third.process, 'exit')).toEqual([0, null]);
    expect(await allGone(third.descendants)).toBe(true);
  }, 480_000);
});
