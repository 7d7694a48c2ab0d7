import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import type { TimelineEntry } from '#shared/read-models/timeline/projection.ts';
import type { LocalCloud } from '#infra/local/cloud/local-cloud.ts';
import { patienceMs } from './received-positions.ts';

export interface BriefSeen {
  readonly commits: number;
  readonly streams: number;
  readonly events: number;
  /** Positions, in the order in which they were published. */
  readonly published: readonly number[];
  readonly timeline: readonly TimelineEntry[];
}

const Results = z.object({
  results: z.array(
    z.union([
      z.object({ stream: z.string(), position: z.int(), events: z.array(z.object({ id: z.string() })) }),
      z.object({ stream: z.string(), problem: z.looseObject({ title: z.string() }) }),
    ]),
  ),
});

const Detail = z.object({ position: z.int() });

/**
 * Posts the brief over HTTP, waits for it on the bus and reads its timeline; throws, naming the step, when one does not
 * work.
 */
export async function seeBriefThrough(cloud: LocalCloud, brief: string): Promise<BriefSeen> {
  const published: number[] = [];
  const stop = cloud.onPublished(({ detail }) => void published.push(Detail.parse(detail).position));
  const authorization = `Bearer ${await cloud.token()}`;

  const posted = await fetch(`${cloud.url}/events`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json', prefer: 'wait=15' },
    body: brief,
  });
  if (posted.status !== 200) throw new Error(`Posting the brief: ${posted.status} ${await posted.text()}`);
  const { results } = Results.parse(await posted.json());
  const events = results.flatMap((result) => {
    if ('problem' in result) throw new Error(`Posting to ${result.stream}: ${JSON.stringify(result.problem)}`);
    return result.events;
  });

  await until(() => new Set(published).size >= events.length, 'Not every event was published');
  stop();

  let timeline: readonly TimelineEntry[] = [];
  await until(async () => {
    timeline = await readTimeline(cloud, authorization);
    return timeline.length >= events.length;
  }, 'The timeline does not have every event');
  const streams = new Set(results.map(({ stream }) => stream)).size;
  return { commits: results.length, streams, events: events.length, published, timeline };
}

async function readTimeline(cloud: LocalCloud, authorization: string): Promise<readonly TimelineEntry[]> {
  const read = await fetch(`${cloud.url}/relations/BGD-PAK/timeline?order=oldest&include=reports`, {
    headers: { authorization },
  });
  if (read.status !== 200) throw new Error(`Reading the timeline: ${read.status} ${await read.text()}`);
  const { items } = (await read.json()) as { items: TimelineEntry[] };
  return items;
}

async function until(holds: () => boolean | Promise<boolean>, otherwise: string): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(otherwise);
    await pause(20);
  }
}
