import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitPair } from '#shared/domain/parties/dyad.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';
import { agreementOn } from '#shared/domain/lifecycles/agreement.ts';
import { findAgreement, findAgreements } from '#shared/read-models/agreements/query.ts';
import { findMeasures } from '#shared/read-models/sanctions/query.ts';
import { findRepresentation } from '#shared/read-models/representation/query.ts';
import { findVisits } from '#shared/read-models/visits/query.ts';
import type { LifecycleEvent } from '#shared/domain/streams/lifecycle-event.ts';
import { measureOn, measureStatuses } from '#shared/domain/lifecycles/measure.ts';
import type { Page } from '#shared/page.ts';
import { calendarDays } from '#shared/domain/dates/calendar-days.ts';
import { visitOn } from '#shared/domain/lifecycles/visit.ts';
import { type History, historyOf, instant } from '#tests/support/arbitrary-history.ts';
import { corrected, replayed } from '#tests/support/replayed-history.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { handleAll, projectEvents, servingConsumer } from '#tests/support/projecting.ts';
import { freshStores } from '#tests/support/tables.ts';
import { arbitraryLifecycles, arbitraryQuestion, dyads, parties } from '#tests/support/arbitrary-lifecycles.ts';

const projections = ['events', 'lifecycles', 'party-streams', 'visit-days'];
type Steps = Parameters<typeof historyOf>[0];
const lifecyclesOf = async (steps: readonly object[]) => historyOf(steps as Steps);

async function everyPage<Item>(page: (after: string | undefined) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  let after: string | undefined;
  do {
    const found = await page(after);
    items.push(...found.items);
    after = found.next;
  } while (after !== undefined);
  return items;
}

interface Question {
  readonly on: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly limit: number;
  readonly asOf?: string | undefined;
}

/** Everything that the registers answer. */
async function registers(store: ReadModels, { from, to, ...asked }: Question) {
  const lists = [...parties, ...dyads].map(async (of) => [
    await everyPage(async (after) => findVisits(store, { of, from, to, after, ...asked })),
    await everyPage(async (after) => findAgreements(store, { of, after, ...asked })),
    await everyPage(async (after) => findMeasures(store, { of, after, ...asked })),
  ]);
  const pairs = dyads.map(async (dyad) => findRepresentation(store, { dyad, ...asked }));
  return [await Promise.all(lists), await Promise.all(pairs), await findAgreement(store, { id: 'a', ...asked })];
}

const overlaps = (days: { from: string | null; to: string | null }, { from, to }: Pick<Question, 'from' | 'to'>) =>
  (to === undefined || days.from === null || days.from <= to) &&
  (from === undefined || days.to === null || days.to >= from);

/** The courses of all streams, said without any row: what was recorded, corrected. */
function coursesOf(events: History['events']): Map<string, LifecycleEvent[]> {
  return Map.groupBy(corrected(events).map((event) => ({ ...event, knownSince: '' })), ({ stream }) => stream); // prettier-ignore
}

describe('the registers of a history with corrections', () => {
  it('show as of an instant what a replay of what was recorded until then shows', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryLifecycles, arbitraryQuestion, async (steps, { minute, ...asked }) => {
        const history = await lifecyclesOf(steps);
        const asOf = instant(minute);
        const until = history.events.filter(({ recordedAt }) => recordedAt <= asOf);
        const known = await registers(await replayed(projections, history.events), { ...asked, asOf });
        expect(known).toEqual(await registers(await replayed(projections, until), asked));
      }),
      { numRuns: 100 },
    );
  });

  it('list every agreement, measure and visit that concerns a party, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryLifecycles, arbitraryQuestion, async (steps, { on, from, to }) => {
        const history = await lifecyclesOf(steps);
        const store = await replayed(projections, history.events);
        const courses = coursesOf(history.events);
        const among = (category: string) => [...courses].filter(([stream]) => stream.startsWith(category));
        const idsOf = (items: readonly { readonly stream: string; readonly status: string }[]) =>
          items.map(({ stream, status }) => `${stream} ${status}`).toSorted();
        for (const of of [...parties, ...dyads]) {
          const all = splitPair(of) ?? [of];
          const asked = { of, on, limit: 100 };
          const agreements = among('agreement/').flatMap(([, course]) => agreementOn(on, course, splitPair(of)) ?? []);
          const concerned = agreements.filter((one) =>
            all.every((code) => one.parties.some(({ party }) => party === code)),
          );
          expect(idsOf((await findAgreements(store, asked)).items)).toEqual(idsOf(concerned));
          const visits = among('visit/').flatMap(([, course]) => visitOn(on, course) ?? []);
          const named = visits.filter(({ stream, listedBy }) => {
            const event = courses.get(stream)?.find(({ id }) => id === listedBy);
            if (event === undefined || !overlaps(calendarDays(event), { from, to })) return false;
            return all.every((code) => event.participants.some(({ party }) => party === code));
          });
          expect(idsOf((await findVisits(store, { ...asked, from, to })).items)).toEqual(idsOf(named));
        }
        for (const party of parties) {
          const own = among('measure/').flatMap(([stream, course]) => {
            const { impositions = [] } = measureOn(on, course) ?? {};
            const concerned = impositions.filter(({ imposer, target }) => [imposer, target].includes(party));
            const status = measureStatuses.find((one) => concerned.some((imposition) => imposition.status === one));
            return status === undefined ? [] : [{ stream, status }];
          });
          expect(idsOf((await findMeasures(store, { of: party, on, limit: 100 })).items)).toEqual(idsOf(own));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('show the same when slices of the feed come again, overlap, and are projected twice at a time', async () => {
    const cuts = fc.array(fc.record({ to: fc.nat(30), again: fc.nat(30) }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(arbitraryLifecycles, arbitraryQuestion, cuts, async (steps, { on, from, to, limit }, slices) => {
        const asked = { on, from, to, limit };
        const history = await lifecyclesOf(steps);
        const { readModels } = inMemoryStores();
        const project = async () => {
          const consumer = servingConsumer(readModels, projections);
          let reached = 0;
          for (const { to: end, again } of [...slices, { to: history.events.length, again: 30 }]) {
            const slice = history.events.slice(Math.max(reached - again, 0), Math.max(end, reached));
            reached = Math.max(reached, end);
            await handleAll(consumer, slice);
          }
        };
        await Promise.all([project(), project()]);
        expect(await registers(readModels, asked)).toEqual(
          await registers(await replayed(projections, history.events), asked),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('show the same on DynamoDB', { tags: ['dynamodb'] }, async () => {
    const [steps = []] = fc.sample(fc.tuple(arbitraryLifecycles, arbitraryLifecycles), { numRuns: 1, seed: 7 });
    const history = await lifecyclesOf(steps.flat());
    expect(history.events.length).toBeGreaterThan(20);
    const { readModels } = await freshStores();
    await projectEvents({ readModels }, history.events);
    const memory = await replayed(projections, history.events);
    for (const asOf of [undefined, instant(10), instant(20)]) {
      const asked = { on: '2025-03-31', from: '2025-01-01', limit: 2, asOf };
      expect(await registers(readModels, asked)).toEqual(await registers(memory, asked));
    }
  });
});
