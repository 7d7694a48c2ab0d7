import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthOf } from '#shared/domain/dates/calendar.ts';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import { contributionsOf } from '#shared/domain/scoring/contributions.ts';
import { type CountedPart, countedParts } from '#shared/domain/scoring/shared-days.ts';
import { type Scale, scales } from '#shared/domain/scoring/score.ts';
import { treeNode } from '#shared/domain/scoring/event-tree.ts';
import { newestScoring } from '#shared/domain/scoring/scoring.ts';
import { emptyTally, summaryOf, tallied } from '#shared/domain/scoring/tally.ts';
import type { PositionedEvent } from '#shared/feed/blocks/block.ts';
import type { FeedConsumer } from '#shared/feed/consumers/consume-feed.ts';
import { storedPartition } from '#shared/projections/engine/projection.ts';
import { partnersOf } from '#shared/read-models/relations/partners.ts';
import { dyadFacts } from '#shared/read-models/phases/dyad-facts.ts';
import { daysOf } from '#shared/read-models/scores/query.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';
import { daysOfDyad, monthsOfParty, scores } from '#shared/read-models/scores/projection.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { handleAll, projectEvents, servingConsumer } from '#tests/support/projecting.ts';
import { saidRows } from '#tests/support/said-rows.ts';
import { freshStores } from '#tests/support/tables.ts';
import { Killed, mortal, randomFrom } from '#tests/support/mortal.ts';
import {
  arbitraryAlikeSteps,
  arbitraryLongSteps,
  arbitrarySteps,
  dyads,
  historyOf,
  instant,
} from '#tests/support/arbitrary-history.ts';
import { asOfAsReplayed, corrected, replayed } from '#tests/support/replayed-history.ts';

const parties = ['BGD', 'CHN', 'IND', 'PAK'];
const allScales = Object.keys(scales) as Scale[];
const ever = { from: '0001-01-01', to: '9999-12-31' };
const projections = ['events', 'timeline', 'trees', 'scores', 'sources'];
const window = { from: '2025-01', to: '2025-02' };

/** Everything that the read model answers. */
async function answers(store: ReadModels, asOf?: string) {
  const found: unknown[] = [];
  for (const scale of allScales) {
    for (const dyad of dyads) {
      found.push({ dyad, scale, days: (await daysOf(store, { dyad, scale, asOf, ...ever })).days });
      found.push({ dyad, scale, facts: await dyadFacts(store, { dyad, scale, asOf, through: '2025-03-31' }) });
    }
    for (const party of parties) {
      for (const sort of ['volume', 'score', 'change'] as const) {
        found.push({ party, scale, sort, partners: await partnersOf(store, { party, scale, sort, asOf, ...window }) });
      }
    }
  }
  return found;
}

/**
 * What counts, said without any row: correct every event, join each with what it belongs to, take the best of each
 * group, and share it among the suspects of a day.
 */
function counting(events: readonly PositionedEvent[]): Counted[] {
  const all = corrected(events).map((event) => ({ ...event, ...occurredRange(event.occurred) }));
  const nodes = all.map((event) => treeNode(newestScoring, event));
  const groupOf = new Map(nodes.flatMap(({ id, parent = id }) => [id, parent]).map((id) => [id, id]));
  for (const { id, parent = id } of nodes) {
    const [one, other] = [groupOf.get(id), groupOf.get(parent) ?? parent];
    for (const [each, group] of groupOf) if (group === one) groupOf.set(each, other);
  }
  const groups = [...Map.groupBy(nodes, ({ id }) => groupOf.get(id)).values()];
  const counted = groups.flatMap((tree) => contributionsOf(tree.flatMap(({ facts }) => facts ?? [])));
  return [...Map.groupBy(counted, ({ dyad }) => dyad)].flatMap(([dyad, some]) =>
    countedParts(some, all).map((part) => ({ dyad, ...part })),
  );
}

interface Counted extends CountedPart {
  readonly dyad: string;
}

const isIn = ({ from, to }: typeof window, { day }: CountedPart): boolean => monthOf(day) >= from && monthOf(day) <= to;

/** What every row says. */
async function rowsOf(store: ReadModels) {
  const partitions = [...dyads.map(daysOfDyad), ...parties.map(monthsOfParty)];
  const rows = partitions.map(async (partition) =>
    Array.fromAsync(store.rows({ partition: storedPartition(scores, partition), order: 'ascending' })),
  );
  return saidRows((await Promise.all(rows)).flat());
}

const histories = fc.oneof(arbitrarySteps, arbitraryAlikeSteps);

describe('the scores of a history with visits, meetings, what resembles them, and corrections', () => {
  it('are what its events, corrected, add up to', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (steps) => {
        const history = await historyOf(steps);
        const store = await replayed(projections, history.events);
        const counted = counting(history.events);
        for (const scale of allScales) {
          for (const dyad of dyads) {
            const { days } = await daysOf(store, { dyad, scale, ...ever });
            const some = counted.filter((one) => one.scale === scale && one.dyad === dyad);
            expect(days.map(({ day }) => day)).toEqual([...new Set(some.map(({ day }) => day))].toSorted());
            for (const { day, tally } of days) {
              expect(tally).toEqual(some.filter((one) => one.day === day).reduce((sum, one) => tallied(sum, one, one.times), emptyTally)); // prettier-ignore
            }
          }
          const partners = await partnersOf(store, { party: 'BGD', scale, sort: 'volume', ...window });
          for (const { dyad, ...partner } of partners) {
            const some = counted.filter((one) => one.scale === scale && one.dyad === dyad && isIn(window, one));
            expect(partner).toMatchObject(
              summaryOf(some.reduce((sum, one) => tallied(sum, one, one.times), emptyTally)),
            );
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('are as of an instant what a replay of the events recorded until then gives', async () => {
    await fc.assert(asOfAsReplayed(projections, answers, histories), { numRuns: 100 });
  });

  it('are now what they are as of any later instant', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (steps) => {
        const history = await historyOf(steps);
        const store = await replayed(projections, history.events);
        expect(await answers(store)).toEqual(await answers(store, '9999-12-31T23:59:59.999Z'));
      }),
    );
  });

  it('are the same rows when projectors are killed at any write, start again from before, and work beside each other', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.integer(), async (steps, seed) => {
        const history = await historyOf(steps);
        const random = randomFrom(seed);
        const { readModels } = inMemoryStores();
        const runs = [1, 2].map(() => servingConsumer(mortal(readModels, random, 0.05), projections));
        await Promise.all(runs.map(async (consumer) => toTheEnd(consumer, history.events, random)));
        const oneByOne = inMemoryStores().readModels;
        for (const event of history.events) await projectEvents({ readModels: oneByOne }, [event], projections);
        expect(await rowsOf(readModels)).toEqual(await rowsOf(oneByOne));
      }),
      { numRuns: 100 },
    );
  });

  it('are the same on DynamoDB', { tags: ['dynamodb'] }, async () => {
    const [steps = []] = fc.sample(arbitraryLongSteps, { numRuns: 1, seed: 7 });
    const history = await historyOf(steps);
    const { readModels } = await freshStores();
    await projectEvents({ readModels }, history.events);
    const memory = await replayed(projections, history.events);
    expect(await answers(readModels)).toEqual(await answers(memory));
    expect(await answers(readModels, instant(15))).toEqual(await answers(memory, instant(15)));
  });
});

/**
 * A consumer with a checkpoint: it hands on slice after slice, begins again at its checkpoint when it is killed, and
 * sees some events twice.
 */
async function toTheEnd(
  consumer: FeedConsumer,
  events: readonly PositionedEvent[],
  random: () => number,
): Promise<void> {
  let checkpoint = 0;
  while (checkpoint < events.length) {
    const end = checkpoint + 1 + Math.floor(random() * 5);
    const start = Math.max(0, checkpoint - Math.floor(random() * 3));
    try {
      await handleAll(consumer, events.slice(start, end));
      checkpoint = end;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
  }
}
