import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { type LocalCloud, startLocalCloud } from '#infra/local/cloud/local-cloud.ts';
import { figure } from './figure.ts';
import type { Part } from './part.ts';
import { milliseconds } from './rounds.ts';
import { quantile } from './statistics.ts';
import { announcement, streamOf, typicalBytes } from './workload.ts';

const perSecond = 20;
const warmUp = 60;
const pollMs = 10;
const patienceMs = 30_000;

/** How long after its commit an event is on the timeline. */
export const lag: Part = {
  name: 'lag',
  how:
    `The whole local cloud over HTTP: ${perSecond} appends a second of one ${typicalBytes}-byte event to visits of their own, while a reader asks for the ` +
    `timeline every ${pollMs} ms. The lag of an event is from its recordedAt (just before the commit) to the first answer that shows it.`,
  measure: async ({ quick }) => {
    const cloud = await startLocalCloud({ data: 'memory' });
    try {
      const count = perSecond * (quick ? 3 : 12);
      const samples = await load(cloud, warmUp + count);
      const [lags, posts] = [samples.lags.slice(warmUp), samples.posts.slice(warmUp)];
      return [
        figure('commit to timeline, p50', 'ms', quantile(lags, 0.5)),
        figure('commit to timeline, p95', 'ms', quantile(lags, 0.95), { atMost: 500 }),
        figure('commit to timeline, longest', 'ms', quantile(lags, 1)),
        figure('POST until its answer, p50', 'ms', quantile(posts, 0.5)),
        figure('POST until its answer, p95', 'ms', quantile(posts, 0.95)),
        figure('boot until ready', 'ms', cloud.bootMs, { atMost: 6000 }),
      ];
    } finally {
      await cloud.stop();
    }
  },
};

/** Each event happens a day after the one before, so that the reader need only ask for the days it has not seen. */
const dayOf = (index: number): string => new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10);

/** Appends at a steady pace, whatever the answers take. Milliseconds until each answer, and until each event was seen. */
async function load(cloud: LocalCloud, count: number): Promise<{ posts: number[]; lags: number[] }> {
  const headers = { authorization: `Bearer ${await cloud.token()}`, 'content-type': 'application/json' };
  const indices = Array.from({ length: count }, (_, index) => index);
  const post = async (index: number): Promise<void> => {
    const body = JSON.stringify(announcement(typicalBytes, dayOf(index)));
    const reply = await fetch(`${cloud.url}/streams/${streamOf('steady', index)}/events`, {
      method: 'POST',
      headers: { ...headers, 'if-none-match': '*' },
      body,
    });
    const answer = await reply.text();
    if (reply.status !== 201) throw new Error(`An append was answered by ${reply.status}: ${answer}`);
  };
  const [posts, lags] = await Promise.all([
    Promise.all(
      indices.map(async (index) => {
        await pause((index / perSecond) * 1000);
        return milliseconds(async () => post(index));
      }),
    ),
    watch(`${cloud.url}/relations/BGD-PAK/timeline`, headers, indices),
  ]);
  return { posts, lags };
}

const Timeline = z.object({ items: z.array(z.object({ stream: z.string(), recordedAt: z.string() })) });

/** Asks for the timeline again and again until every event has been seen. */
async function watch(url: string, headers: Record<string, string>, indices: readonly number[]): Promise<number[]> {
  const unseen = new Map(indices.map((index) => [streamOf('steady', index), index]));
  const lags = indices.map(() => Number.NaN);
  const deadline = performance.now() + (indices.length / perSecond) * 1000 + patienceMs;
  for (;;) {
    const [oldest] = unseen.values();
    if (oldest === undefined) return lags;
    if (performance.now() > deadline) throw new Error(`${unseen.size} events did not come to the timeline`);
    const reply = await fetch(`${url}?order=oldest&limit=100&from=${dayOf(oldest)}`, { headers });
    const { items } = Timeline.parse(await reply.json());
    const now = Date.now();
    for (const { stream, recordedAt } of items) {
      const index = unseen.get(stream);
      if (index !== undefined) lags[index] = now - Date.parse(recordedAt);
      unseen.delete(stream);
    }
    await pause(pollMs);
  }
}
