import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import { correctionsOf } from '#shared/read-models/events/corrections-of.ts';
import { storedPartition } from '#shared/projections/engine/projection.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';
import { readTimeline, type TimelineQuery } from '#tests/support/read-timeline.ts';
import { dyadsConcerned } from '#shared/domain/parties/dyads-concerned.ts';
import { daySort, longOf } from '#shared/projections/engine/day-index.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { projectEvents } from '#tests/support/projecting.ts';
import { freshStores } from '#tests/support/tables.ts';
import {
  arbitraryLongSteps,
  arbitraryMinute,
  arbitrarySteps,
  days,
  dyads,
  type History,
  historyOf,
  instant,
} from '#tests/support/arbitrary-history.ts';
import { corrected, replayed } from '#tests/support/replayed-history.ts';

const filters = fc.record(
  {
    from: fc.constantFrom(...days),
    to: fc.constantFrom(...days),
    withWithdrawn: fc.boolean(),
    types: fc.subarray(['MeetingHeld', 'CallHeld', 'VisitConducted']),
    modalities: fc.subarray(['held', 'denied']),
    topics: fc.subarray(['trade', 'jf-17']),
    quadClasses: fc.subarray(['verbal-cooperation', 'material-conflict']),
    minCredibility: fc.constantFrom(1, 6),
  },
  { requiredKeys: ['withWithdrawn'] },
);
const query = fc.record({
  filters,
  order: fc.constantFrom('newest' as const, 'oldest' as const),
  limit: fc.integer({ min: 1, max: 30 }),
});
const projections = ['events', 'timeline'];
type Asked = Omit<TimelineQuery, 'dyad'>;

/** Every page of every dyad's timeline. */
async function timelines(store: ReadModels, asked: Asked) {
  const found: Record<string, unknown[]> = {};
  for (const dyad of dyads) {
    found[dyad] = [];
    let after: string | undefined;
    do {
      const page = await readTimeline(store, { ...asked, dyad, after });
      found[dyad].push(...page.items);
      after = page.next;
    } while (after !== undefined);
  }
  return found;
}

/** What all timelines must show now, oldest first, said without any row: correct every event, then sort. */
function naive(events: History['events'], withWithdrawn: boolean) {
  const seen = corrected(events)
    .filter(({ withdrawn }) => withWithdrawn || withdrawn === undefined)
    .map((event) => ({ ...event, ...occurredRange(event.occurred) }));
  const sort = ({ from, position }: (typeof seen)[number]) => daySort(from, position);
  const sorted = seen.toSorted((a, b) => (sort(a) < sort(b) ? -1 : 1));
  return Object.fromEntries(
    dyads.map((dyad) => [dyad, sorted.filter((event) => dyadsConcerned(event).includes(dyad))]),
  );
}

const plain = { order: 'oldest', limit: 100 } as const;

describe('the timelines of a history with corrections', () => {
  it('show as of an instant what a replay of the events recorded until then shows', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySteps, arbitraryMinute, query, async (steps, minute, { filters: some, ...asked }) => {
        const history = await historyOf(steps);
        const asOf = instant(minute);
        const until = history.events.filter(({ recordedAt }) => recordedAt <= asOf);
        const known = await timelines(await replayed(projections, history.events), { ...asked, ...some, asOf });
        expect(known).toEqual(await timelines(await replayed(projections, until), { ...asked, ...some }));
      }),
      { numRuns: 150 },
    );
  });

  it('show now what they show as of any later instant', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySteps, query, async (steps, { filters: some, ...asked }) => {
        const history = await historyOf(steps);
        const store = await replayed(projections, history.events);
        const asOf = '9999-12-31T23:59:59.999Z';
        expect(await timelines(store, { ...asked, ...some })).toEqual(
          await timelines(store, { ...asked, ...some, asOf }),
        );
      }),
    );
  });

  it('show every event as its corrections make it, where they put it, and nowhere else', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySteps, fc.boolean(), async (steps, withWithdrawn) => {
        const history = await historyOf(steps);
        const shown = await timelines(await replayed(projections, history.events), { ...plain, withWithdrawn });
        expect(shown).toEqual(naive(history.events, withWithdrawn));
      }),
      { numRuns: 100 },
    );
  });

  it('show the same on DynamoDB', { tags: ['dynamodb'] }, async () => {
    const [steps = []] = fc.sample(arbitraryLongSteps, { numRuns: 1, seed: 11 });
    const history = await historyOf(steps);
    expect(history.events.filter(isCorrection).length).toBeGreaterThan(20);
    const { readModels } = await freshStores();
    await projectEvents({ readModels }, history.events);
    for (const minute of [0, 8, 15, 22, 30]) {
      const until = history.events.filter(({ recordedAt }) => recordedAt <= instant(minute));
      for (const withWithdrawn of [true, false]) {
        const known = await timelines(readModels, { ...plain, withWithdrawn, asOf: instant(minute) });
        expect(known).toEqual(naive(until, withWithdrawn));
      }
    }
  });
});

describe('the projections of a history with corrections', () => {
  /** Every row: of the timelines, and of the corrections. */
  const rowsOf = async (store: ReadModels, { events }: History) => {
    const partitions = dyads.flatMap((dyad) => [dyad, longOf(dyad)]);
    const rows = partitions.map(async (partition) =>
      Array.fromAsync(store.rows({ partition: storedPartition(timeline, partition), order: 'ascending' })),
    );
    return [await Promise.all(rows), await Promise.all(events.map(async ({ id }) => correctionsOf(store, id)))];
  };

  /** Where each delivery ends and how many events it repeats: at least once, and never past a gap. */
  const deliveries = fc.array(fc.record({ to: fc.nat(25), again: fc.nat(25) }), { maxLength: 6 });
  const slices = (cuts: readonly { to: number; again: number }[], { events }: History) => {
    let reached = 0;
    const found = cuts.map(({ to, again }) => {
      const from = Math.max(reached - again, 0);
      reached = Math.max(reached, to);
      return events.slice(from, Math.max(to, from));
    });
    return [...found, events.slice(Math.min(reached, events.length)), events];
  };

  it('end with the same rows when slices of the feed come again and overlap', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySteps, deliveries, async (steps, cuts) => {
        const history = await historyOf(steps);
        const { readModels } = inMemoryStores();
        for (const slice of slices(cuts, history)) await projectEvents({ readModels }, slice, projections);
        const once = await replayed(projections, history.events);
        expect(await rowsOf(readModels, history)).toEqual(await rowsOf(once, history));
      }),
      { numRuns: 100 },
    );
  });

  it('end with the same rows when two projectors work at the same time', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySteps, deliveries, deliveries, async (steps, ...both) => {
        const history = await historyOf(steps);
        const { readModels } = inMemoryStores();
        const projector = async (cuts: (typeof both)[number]) => {
          for (const slice of slices(cuts, history)) await projectEvents({ readModels }, slice, projections);
        };
        await Promise.all(both.map(projector));
        const once = await replayed(projections, history.events);
        expect(await rowsOf(readModels, history)).toEqual(await rowsOf(once, history));
      }),
      { numRuns: 100 },
    );
  });
});
