import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { type LocalCloud, startLocalCloud } from '#infra/local/cloud/local-cloud.ts';
import { figure } from './figure.ts';
import type { Part } from './part.ts';
import { rawPuts } from './appends.ts';
import { milliseconds, perSecond, together } from './rounds.ts';
import { median, quantile } from './statistics.ts';
import { announcement, streamOf, typicalBytes } from './workload.ts';

const steadyRate = 20;
const burstRate = 100;
const warmUp = 60;
const pollMs = 10;
const patienceMs = 60_000;

/** How long after its commit an event is on the timeline. */
export const lag: Part = {
  name: 'lag',
  how:
    `The whole local cloud over HTTP: ${steadyRate} appends a second of one ${typicalBytes}-byte event to visits of their own, then ${burstRate} a second in a ` +
    `burst, while a reader asks for the timeline every ${pollMs} ms. The lag of an event is from its recordedAt (just before the commit) to the first answer ` +
    'that shows it. Raw: conditional puts by the bare SDK, before the cloud starts; they decide which lag is the target.',
  measure: async ({ quick, startDatabase }) => {
    const raw = await rawRate(await startDatabase());
    const cloud = await startLocalCloud({ data: 'memory' });
    try {
      const idle = median(await onePostAfterTheOther(cloud));
      const steady = await load(cloud, {
        label: 'steady',
        rate: steadyRate,
        count: warmUp + steadyRate * (quick ? 3 : 12),
      });
      const [lags, posts] = [steady.lags.slice(warmUp), steady.posts.slice(warmUp)];
      const burst = await load(cloud, { label: 'burst', rate: burstRate, count: burstRate * (quick ? 3 : 10) });
      return [
        figure('raw put, 8 writers', 'per s', raw),
        figure('commit to timeline, p50', 'ms', quantile(lags, 0.5)),
        figure('commit to timeline, p95', 'ms', quantile(lags, 0.95), lagTarget(raw)),
        figure('commit to timeline, longest', 'ms', quantile(lags, 1)),
        figure('commit to timeline, p95 × a raw put of 8 writers', '×', (quantile(lags, 0.95) * raw) / 8 / 1000),
        figure('POST when idle, p50', 'ms', idle),
        figure('POST under that load, p50', 'ms', quantile(posts, 0.5)),
        figure('POST under that load, p95', 'ms', quantile(posts, 0.95)),
        figure('POST under that load, p95', '× idle p50', quantile(posts, 0.95) / idle, { atMost: 10 }),
        figure('burst: POST, p95', 'ms', quantile(burst.posts, 0.95)),
        figure('burst: all on the timeline after the last answer', 'ms', burst.caughtUpMs, { atMost: 5000 }),
        figure('boot until ready', 'ms', cloud.bootMs, { atMost: 6000 }),
      ];
    } finally {
      await cloud.stop();
    }
  },
};

/** Conditional puts a second by eight writers: what the machine gives at this moment. */
async function rawRate(endpoint: string): Promise<number> {
  const put = await rawPuts(endpoint);
  const rates: number[] = [];
  for (let round = 0; round < 4; round += 1) {
    const streams = Array.from({ length: 300 }, (_, index) => streamOf(`raw${round}`, index));
    rates.push(await perSecond(streams.length, async () => together(8, streams, put)));
  }
  return median(rates.slice(1)); // the first one warms up
}

/** The lag that is promised where raw puts are so fast; none is promised on a slower machine. */
const lagTarget = (raw: number) => (raw >= 900 ? { atMost: 250 } : raw >= 300 ? { atMost: 500 } : undefined);

/** Each event happens a day after the one before, so that the reader need only ask for the days it has not seen. */
const firstDays = { idle: 0, steady: 100, burst: 2000 } as const;
type Label = keyof typeof firstDays;
const dayOf = (label: Label, index: number): string =>
  new Date(Date.UTC(2000, 0, 1 + firstDays[label] + index)).toISOString().slice(0, 10);

type Headers = Readonly<Record<string, string>>;
const headersOf = async (cloud: LocalCloud): Promise<Headers> => ({
  authorization: `Bearer ${await cloud.token()}`,
  'content-type': 'application/json',
});

async function post(cloud: LocalCloud, headers: Headers, label: Label, index: number): Promise<void> {
  const reply = await fetch(`${cloud.url}/streams/${streamOf(label, index)}/events`, {
    method: 'POST',
    headers: { ...headers, 'if-none-match': '*' },
    body: JSON.stringify(announcement(typicalBytes, dayOf(label, index))),
  });
  const answer = await reply.text();
  if (reply.status !== 201) throw new Error(`An append was answered by ${reply.status}: ${answer}`);
}

/** Milliseconds of appends to an idle cloud, after some that warm it up. */
async function onePostAfterTheOther(cloud: LocalCloud): Promise<number[]> {
  const headers = await headersOf(cloud);
  const took: number[] = [];
  for (let index = 0; index < 40; index += 1) {
    took.push(await milliseconds(async () => post(cloud, headers, 'idle', index)));
    await pause(50);
  }
  return took.slice(10);
}

interface Load {
  readonly label: Label;
  /** Appends a second. */
  readonly rate: number;
  readonly count: number;
}

interface Samples {
  /** Milliseconds until each answer, and until each event was seen. */
  readonly posts: readonly number[];
  readonly lags: readonly number[];
  /** Milliseconds from the last answer until every event had been seen. */
  readonly caughtUpMs: number;
}

/** Appends at a steady pace, whatever the answers take. */
async function load(cloud: LocalCloud, { label, rate, count }: Load): Promise<Samples> {
  const headers = await headersOf(cloud);
  const indices = Array.from({ length: count }, (_, index) => index);
  let answeredAt = 0;
  const append = async (index: number) => {
    await pause((index / rate) * 1000);
    const took = await milliseconds(async () => post(cloud, headers, label, index));
    answeredAt = performance.now();
    return took;
  };
  const [posts, lags] = await Promise.all([
    Promise.all(indices.map(append)),
    watch(`${cloud.url}/relations/BGD-PAK/timeline`, headers, { label, rate, count }),
  ]);
  return { posts, lags, caughtUpMs: Math.max(performance.now() - answeredAt, 0) };
}

const Timeline = z.object({ items: z.array(z.object({ stream: z.string(), recordedAt: z.string() })) });

/** Asks for the timeline again and again until every event has been seen. */
async function watch(url: string, headers: Headers, { label, rate, count }: Load): Promise<number[]> {
  const indices = Array.from({ length: count }, (_, index) => index);
  const unseen = new Map(indices.map((index) => [streamOf(label, index), index]));
  const lags = indices.map(() => Number.NaN);
  const deadline = performance.now() + (count / rate) * 1000 + patienceMs;
  for (;;) {
    const [oldest] = unseen.values();
    if (oldest === undefined) return lags;
    if (performance.now() > deadline) throw new Error(`${unseen.size} events did not come to the timeline`);
    const reply = await fetch(`${url}?order=oldest&limit=100&from=${dayOf(label, oldest)}`, { headers });
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
