import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { requestToken } from '../../infra/local/request-token.ts';
import type { RecordedEvent } from '../../shared/domain/recorded-event.ts';
import { httpRecord } from '../../shared/verification/http-record.ts';
import { verify } from '../../shared/verification/verify.ts';
import { until } from '../support/until.ts';
import { allPages, clientOf } from './client.ts';
import type { Appended } from './cloud.ts';
import { allGone, endCommands, type Running, startCommand } from './commands.ts';
import { freshRelation, type Relation } from './fresh-relation.ts';

const data = mkdtempSync(join(tmpdir(), 'chancery-kill-'));
afterAll(() => {
  endCommands();
  rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

const start = async (): Promise<Running> => startCommand(`--data ${data}`);

/** SIGKILL: nothing of it can be caught, and what it had started must go as well. */
async function kill(running: Running): Promise<void> {
  running.process.kill('SIGKILL');
  await once(running.process, 'exit');
  await allGone(running.descendants);
}

/** Summaries of acknowledged appends, by the id that the reply gave. */
type Acknowledged = Map<string, string>;

/** Appends to a relation, one after the other, until the service is gone; with a key, as clients do who will try again. */
async function write(running: Running, relation: Relation, acknowledged: Acknowledged): Promise<void> {
  const api = clientOf(running.url, await requestToken(running.url, {}));
  for (let count = 1; ; count += 1) {
    const summary = `append ${count} to ${running.url}`;
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const reply = await api
      .post<Appended>(relation.path, relation.meeting({ summary }), headers)
      .catch(() => undefined);
    if (reply === undefined) return;
    const [event] = reply.body.events;
    if (reply.status === 201 && event !== undefined) acknowledged.set(event.id, summary);
  }
}

/** Puts load on the service and kills it in the middle, after so many further appends were acknowledged. */
async function killUnderLoad(
  running: Running,
  relations: readonly Relation[],
  acknowledged: Acknowledged,
  after: number,
) {
  const enough = acknowledged.size + after;
  const writers = relations.flatMap((relation) => [relation, relation]);
  const load = Promise.all(writers.map(async (relation) => write(running, relation, acknowledged)));
  await until('enough appends', () => acknowledged.size >= enough, 30);
  await kill(running);
  await load;
}

const lagOf = ({ consumers }: { consumers: Record<string, { lag: number }> }) =>
  Object.values(consumers).reduce((sum, { lag }) => sum + lag, 0);

describe('the whole system, killed in the middle of a load', () => {
  it('has every acknowledged append when it runs again, in a gapless feed and on the timelines', async () => {
    const acknowledged: Acknowledged = new Map();
    const relations = [freshRelation(), freshRelation(), freshRelation()];
    await killUnderLoad(await start(), relations, acknowledged, 40);
    await killUnderLoad(await start(), relations, acknowledged, 5); // while it still catches up with what the first one left

    const third = await start();
    const token = await requestToken(third.url, {});
    const api = clientOf(third.url, token);
    const head = await until(
      'everything sequenced and read',
      async () => {
        const health = (await api.get<{ head: number; consumers: Record<string, { lag: number }> }>('/health')).body;
        if (lagOf(health) > 0 || health.head < acknowledged.size) return false;
        return (await verify(httpRecord(third.url, token))).unsequenced === 0 && health.head;
      },
      20,
    );

    const feed = (await allPages(api, '/events?limit=1000')).items;
    expect(feed.map(({ position }) => position)).toEqual(Array.from({ length: head }, (_, index) => index + 1));
    const summaries = new Map(feed.map(({ id, summary }) => [id, summary]));
    expect(summaries.size).toBe(feed.length);
    for (const [id, summary] of acknowledged) expect([id, summaries.get(id)]).toEqual([id, summary]);
    for (const { dyad, path, stream } of relations) {
      const events = (await allPages(api, path)).items;
      expect(events.map(({ version }) => version)).toEqual(events.map((_, index) => index + 1));
      expect(events).toEqual(feed.filter((event) => event.stream === stream));
      const timeline = (await allPages(api, `/relations/${dyad}/timeline?order=oldest`)).items;
      expect(timeline.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    }
    const verified = await verify(httpRecord(third.url, token));
    expect(verified).toMatchObject({ streams: 3, events: head, positions: head, unsequenced: 0 });
    third.process.kill('SIGINT');
    expect((await third.ended).code).toBe(0);
    expect(await allGone(third.descendants)).toBe(true);
  }, 60_000);
});
