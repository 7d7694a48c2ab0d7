import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Timing } from '#shared/clock.ts';
import type { PositionedEvent } from '#shared/feed/blocks/block.ts';
import { changesOf } from '#shared/projections/engine/changes-of.ts';
import { completeNow } from '#shared/projections/engine/projection-progress.ts';
import type { ReadModels, RowReader } from '#shared/projections/engine/read-models.ts';
import { servingBy } from '#shared/projections/generations/generation-registry.ts';
import { servedReadModels } from '#shared/projections/generations/served-read-models.ts';
import { type ChangesQuery, readChanges } from '#shared/read-models/changes/query.ts';
import { dossiers } from '#shared/read-models/parties/dossiers.ts';
import { aboutParty } from '#shared/read-models/timeline/list-names.ts';
import { readEvents } from '#shared/read-models/timeline/query.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import { arbitraryLongSteps, arbitrarySteps, historyOf } from '#tests/support/arbitrary-history.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { lateRows } from '#tests/support/late-rows.ts';
import { handleAll, projectEvents, servingConsumer } from '#tests/support/projecting.ts';
import { virtualTime } from '#tests/support/virtual-time.ts';

const subjects: readonly Omit<ChangesQuery, 'after' | 'limit'>[] = [{}, { party: 'BGD' }, { dyad: 'BGD-PAK' }];
const projections = ['changes', 'events', 'timeline', 'dossiers'];

/** Projectors whose rows are written late, in any order and in part, and readers at the same time. */
function world(events: readonly PositionedEvent[], seed: number) {
  const time = virtualTime(seed);
  const stores = inMemoryStores();
  const late = lateRows(stores.readModels, time);
  const serving = async () => servingBy(await stores.registry.read());
  return {
    time,
    stores,
    late,
    /** The read models as a query sees them now. */
    seen: async () => {
      const complete = await completeNow(projections, { checkpoints: stores.checkpoints, serving });
      return { upTo: complete.upTo, store: servedReadModels(late, complete.serving, complete.upTo) };
    },
    project: async () => toTheEnd(stores, late, time, events),
  };
}

async function toTheEnd(
  { checkpoints }: ReturnType<typeof inMemoryStores>,
  readModels: ReadModels,
  { random, pause }: Timing,
  events: readonly PositionedEvent[],
): Promise<void> {
  const consumer = servingConsumer(readModels, projections);
  for (;;) {
    const from = await checkpoints.position(consumer.name);
    if (from === events.length) return;
    const to = Math.min(from + 1 + Math.floor(random() * 12), events.length);
    try {
      await handleAll(consumer, events.slice(from, to));
      await checkpoints.move(consumer.name, from, to);
      await pause(random() * 30);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'ThrottlingException') throw error;
    }
  }
}

/** Follows the changes of a subject from the beginning to a position, page by page. */
async function follow(
  stores: { readonly store: () => Promise<RowReader>; readonly pause: Timing['pause'] },
  subject: (typeof subjects)[number],
  until: () => boolean,
): Promise<number[]> {
  const found: number[] = [];
  let after = 0;
  for (let atEnd = false; !atEnd;) {
    const ended = until();
    const { items, next } = await readChanges(await stores.store(), { ...subject, after, limit: 5 });
    found.push(...items.map(({ position }) => position));
    atEnd = ended && next === after;
    after = next;
    await stores.pause(7);
  }
  return found;
}

async function replayOf(events: readonly PositionedEvent[]): Promise<ReadModels> {
  const { readModels } = inMemoryStores();
  await projectEvents({ readModels }, events, projections);
  return readModels;
}

const histories = fc.tuple(arbitraryLongSteps, fc.integer());

describe('a follower of changes', () => {
  const followed = async (events: readonly PositionedEvent[], seed: number, marked: boolean) => {
    const { time, late, seen, project } = world(events, seed);
    let isOver = false;
    const projecting = Promise.all([project(), project()]).then(() => (isOver = true));
    const store = async (): Promise<RowReader> => (marked ? (await seen()).store : late);
    const found = await Promise.all(
      subjects.map(async (subject) => follow({ store, pause: time.pause }, subject, () => isOver)),
    );
    await projecting;
    return found;
  };
  const expected = async (events: readonly PositionedEvent[]) => {
    const readModels = await replayOf(events);
    const pages = subjects.map(async (subject) => readChanges(readModels, { ...subject, after: 0, limit: 1000 }));
    const all = (await Promise.all(pages)).map(({ items }) => items.map(({ position }) => position));
    expect(all[0]).toEqual((await changesOf({ readModels }, events)).map(({ position }) => position));
    return all;
  };

  it('sees each change once, of all, of a party and of a dyad, while rows are written late, in any order and in part', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async ([steps, seed]) => {
        const { events } = await historyOf(steps);
        expect(await followed(events, seed, true)).toEqual(await expected(events));
      }),
      { numRuns: 15 },
    );
  });

  it('would miss some if it went by the rows alone', async () => {
    const samples = fc.sample(histories, { numRuns: 10, seed: 1 });
    const outcomes = samples.map(async ([steps, seed]) => {
      const { events } = await historyOf(steps);
      const [all = []] = await followed(events, seed, false);
      return events.length - new Set(all).size;
    });
    expect((await Promise.all(outcomes)).filter((missing) => missing > 0).length).toBeGreaterThan(2);
  });
});

describe('the list of a dyad and of a party', () => {
  it('are at any moment what a replay of the feed up to the watermark lists', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySteps, fc.integer(), async (steps, seed) => {
        const { events } = await historyOf(steps);
        const { time, seen, project } = world(events, seed);
        const projecting = Promise.all([project(), project()]);
        const lists = async (store: RowReader) => ({
          dyad: await readEvents(store, timeline, { subject: 'BGD-PAK', order: 'oldest', limit: 1000 }),
          party: await readEvents(store, dossiers, { subject: aboutParty('BGD'), order: 'newest', limit: 1000 }),
        });
        const replayed = new Map<number, ReturnType<typeof lists>>();
        for (let upTo = 0; upTo < events.length;) {
          const { store, ...now } = await seen();
          const expected = replayed.get(now.upTo) ?? lists(await replayOf(events.slice(0, now.upTo)));
          replayed.set(now.upTo, expected);
          expect(await lists(store)).toEqual(await expected);
          ({ upTo } = now);
          await time.pause(60);
        }
        await projecting;
      }),
      { numRuns: 60 },
    );
  });
});
