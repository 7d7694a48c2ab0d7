import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { reportedState } from '#shared/domain/corrections/known-by-report.ts';
import { contactOf } from '#shared/domain/events/contact.ts';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import { quarterOfFirst } from '#shared/domain/dates/quarter.ts';
import { dyadsConcerned } from '#shared/domain/parties/dyads-concerned.ts';
import type { SeenEvent } from '#shared/projections/engine/change.ts';
import { daySort } from '#shared/projections/engine/day-index.ts';
import { mostCorrected, mostPlaces, TooMuchReported } from '#shared/projections/engine/reported-places.ts';
import type { ReadModels, RowReader } from '#shared/projections/engine/read-models.ts';
import { contactsOfQuarter } from '#shared/read-models/contacts/query.ts';
import { lifecycleStepsOf } from '#shared/read-models/lifecycles/projection.ts';
import { partsKnown } from '#shared/read-models/scores/query.ts';
import { eventsIn } from '#shared/read-models/timeline/query.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import { readTimeline } from '#tests/support/read-timeline.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { storedPartition } from '#shared/projections/engine/projection.ts';
import { arbitrarySteps, days, dyads, type History, historyOf, instant } from '#tests/support/arbitrary-history.ts';
import { replayed } from '#tests/support/replayed-history.ts';

/** A history whose events and corrections were reported before they were recorded, in any order, or never said when. */
const reportedOn = fc.option(fc.constantFrom('2024-12-31', '2025-01-10', '2025-01-15', '2025-01-16T09:10:00Z'));
const history = async (steps: Parameters<typeof historyOf>[0], reports: readonly (string | null)[]) => {
  const { ledger, events } = await historyOf(steps);
  const reported = events.map((event, index) => {
    const at = reports[index % reports.length] ?? null;
    return at === null ? event : { ...event, reportedAt: at };
  });
  return { ledger, events: reported };
};
const asked = fc.constantFrom(
  '2024-12-31T12:00:00.000Z',
  '2025-01-12T00:00:00.000Z',
  '2025-01-15T00:00:00.000Z',
  instant(12),
  instant(30),
);

/** What was known by report, said without any row. */
const known = (events: History['events'], asOf: string): SeenEvent[] => {
  const corrections = events.filter(isCorrection);
  return events
    .filter((event): event is Exclude<typeof event, { of: string }> => !isCorrection(event))
    .flatMap(
      (event) =>
        reportedState<SeenEvent>(
          event,
          corrections.filter(({ of }) => of === event.id),
          asOf,
        )?.event ?? [],
    );
};
const inOrder = (events: readonly SeenEvent[]) => {
  const sort = ({ occurred, position }: SeenEvent) => daySort(occurredRange(occurred).from, position);
  return events.toSorted((a, b) => (sort(a) < sort(b) ? -1 : 1));
};
const reader = (store: ReadModels): RowReader => ({ ...store, knownBy: 'reported' });
const projections = ['events', 'timeline', 'contacts', 'lifecycles', 'trees', 'scores'];
const property = (check: (store: RowReader, events: History['events'], asOf: string) => Promise<void>) =>
  fc.asyncProperty(
    arbitrarySteps,
    fc.array(reportedOn, { minLength: 1, maxLength: 7 }),
    asked,
    async (steps, reports, asOf) => {
      const { events } = await history(steps, reports);
      await check(reader(await replayed(projections, events)), events, asOf);
    },
  );

describe('what was known by report of a history with corrections', () => {
  it('is on timelines where it was known to be, page by page', async () => {
    await fc.assert(
      property(async (store, events, asOf) => {
        for (const dyad of dyads) {
          const found: string[] = [];
          let after: string | undefined;
          do {
            const page = await readTimeline(store, {
              dyad,
              asOf,
              order: 'oldest',
              limit: 3,
              after,
              withWithdrawn: true,
            });
            found.push(...page.items.map((event) => JSON.stringify(event)));
            after = page.next;
          } while (after !== undefined);
          const expected = inOrder(known(events, asOf).filter((event) => dyadsConcerned(event).includes(dyad)));
          expect(found).toEqual(
            expected.map((event) => JSON.stringify({ ...event, ...occurredRange(event.occurred) })),
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is on timelines between days, and in contacts and lifecycles', async () => {
    await fc.assert(
      property(async (store, events, asOf) => {
        const seen = known(events, asOf);
        const [from, to] = [days[1], days[3]];
        const page = await readTimeline(store, { dyad: 'BGD-PAK', asOf, order: 'newest', limit: 100, from, to });
        const between = seen.filter((event) => {
          const range = occurredRange(event.occurred);
          return (
            event.withdrawn === undefined &&
            dyadsConcerned(event).includes('BGD-PAK') &&
            (range.to ?? '~') >= (from ?? '') &&
            (range.from ?? '') <= (to ?? '~')
          );
        });
        expect(page.items.map(({ id }) => id)).toEqual(
          inOrder(between)
            .map(({ id }) => id)
            .toReversed(),
        );
        const { contacts } = await contactsOfQuarter(store, '2025-Q1', asOf);
        const met = inOrder(seen)
          .flatMap((event) => contactOf(event) ?? [])
          .filter((one) => quarterOfFirst(one) === '2025-Q1');
        expect(contacts).toEqual(met);
        const steps = await lifecycleStepsOf(store, 'visit/dhaka', asOf);
        expect(steps.map(({ knownSince: _since, ...event }) => event)).toEqual(
          seen.filter(({ stream }) => stream === 'visit/dhaka'),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('counts as it would if nothing else had been recorded', async () => {
    await fc.assert(
      property(async (store, events, asOf) => {
        const seen = known(events, asOf).map(({ corrections: _corrections, ...event }) => event);
        const alone = await replayed(projections, seen);
        const later = '9999-12-31T00:00:00.000Z';
        const contributions = async (one: RowReader, at: string) =>
          (await partsKnown(one, 'BGD-PAK', at)).map((each) => JSON.stringify(each)).toSorted();
        expect(await contributions(store, asOf)).toEqual(await contributions(alone, later));
      }),
      { numRuns: 100 },
    );
  });

  it('is told up to the watermark', async () => {
    await fc.assert(
      property(async (store, events, asOf) => {
        const upTo = Math.ceil(events.length / 2);
        const found = await Array.fromAsync(
          eventsIn({ ...store, upTo }, timeline, {
            subject: 'BGD-PAK',
            asOf,
            order: 'oldest',
            limit: 100,
            withWithdrawn: true,
          }),
        );
        const expected = inOrder(
          known(events.slice(0, upTo), asOf).filter((event) => dyadsConcerned(event).includes('BGD-PAK')),
        );
        expect(found.map(({ from: _from, to: _to, ...event }) => event)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a listing of what was reported', () => {
  /** A timeline of so many places without an event, corrected or not. */
  const listed = async (places: number, suffix: string) => {
    const { readModels } = inMemoryStores();
    const store: RowReader = {
      ...readModels,
      knownBy: 'reported',
      rows: async function* ({ partition }) {
        if (partition !== storedPartition(timeline, 'BGD-PAK')) return;
        for (let at = 1; at <= places; at += 1) {
          const sort = `${daySort('2025-01-01', at)}${suffix}`;
          yield { partition, sort, position: at, data: { since: '', entry: null } };
        }
      },
    };
    const asOf = '2025-01-16T00:00:00.000Z';
    for await (const event of eventsIn(store, timeline, { subject: 'BGD-PAK', asOf, order: 'oldest', limit: 1000 }))
      void event;
  };

  it('refuses more places, and more corrected events, than it reads', async () => {
    await listed(mostPlaces, '');
    await expect(listed(mostPlaces + 1, '')).rejects.toThrow(TooMuchReported);
    await listed(mostCorrected, '!');
    await expect(listed(mostCorrected + 1, '!')).rejects.toThrow(TooMuchReported);
  });
});
