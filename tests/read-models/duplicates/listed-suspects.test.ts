import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { documentsOf } from '#shared/domain/events/documents.ts';
import { dedupeKeys, documentKeys, probablyTheSame } from '#shared/domain/events/duplicate.ts';
import { likenessOf } from '#shared/domain/events/likeness.ts';
import { dyadsConcerned } from '#shared/domain/parties/dyads-concerned.ts';
import type { PositionedEvent } from '#shared/feed/blocks/block.ts';
import type { SeenEvent } from '#shared/projections/engine/change.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { mostRows, suspectsIn } from '#shared/read-models/duplicates/suspects.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import { arbitrarySteps, historyOf } from '#tests/support/arbitrary-history.ts';
import { atPosition } from '#tests/support/feed-events.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { projectEvents } from '#tests/support/projecting.ts';
import { standing } from '#tests/support/replayed-history.ts';

const relation = { list: timeline, subject: 'BGD-PAK' };

async function recordOf(events: readonly PositionedEvent[]) {
  const { readModels } = inMemoryStores();
  await projectEvents({ readModels }, events, ['events', 'timeline', 'dossiers']);
  return readModels;
}

/** The suspicions of all pages, each as the two ids in their order. */
async function suspicionsOf(store: RowReader, limit: number): Promise<string[]> {
  const found: string[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await suspectsIn(store, { ...relation, limit, after });
    found.push(...items.flatMap(({ suspicions }) => suspicions.map(({ of, id }) => [of, id].toSorted().join(' '))));
    after = next;
  } while (after !== undefined);
  return found;
}

const keysOf = (event: SeenEvent) => [
  ...dedupeKeys(event),
  ...documentKeys({ ...event, documents: documentsOf(event) }),
];
const meet = (a: SeenEvent, b: SeenEvent) => keysOf(a).some((key) => keysOf(b).includes(key));
const like = (event: SeenEvent) => ({ ...likenessOf(event), id: event.id });

/** Each two events of the relation that are probably one, said without any row. */
function naive(events: Parameters<typeof standing>[0]): string[] {
  const ofRelation = standing(events).filter((event) => dyadsConcerned(event).includes('BGD-PAK'));
  return ofRelation.flatMap((a, index) =>
    ofRelation
      .slice(index + 1)
      .filter((b) => meet(a, b) && probablyTheSame(like(a), like(b)) !== undefined)
      .map((b) => [a.id, b.id].toSorted().join(' ')),
  );
}

it('every two events that are probably one are listed once, whatever the size of a page', async () => {
  await fc.assert(
    fc.asyncProperty(arbitrarySteps, fc.integer({ min: 1, max: 4 }), async (steps, limit) => {
      const { events } = await historyOf(steps);
      const found = await suspicionsOf(await recordOf(events), limit);
      expect(found.toSorted()).toEqual(naive(events).toSorted());
    }),
    { numRuns: 100 },
  );
});

const report = (reference: string) => ({ evidence: { reports: [{ publisher: 'ICEWS', reference }] } });
const month = (index: number) =>
  new Date(Date.UTC(2000, index, 14)).toISOString().slice(0, '2000-01-14'.length); // prettier-ignore

/** The calls that a page takes, and the rows that it reads. */
async function costOf(events: readonly PositionedEvent[], limit: number) {
  const store = await recordOf(events);
  const calls: string[] = [];
  let read = 0;
  const counting: RowReader = {
    load: async (keys) => (keys.length > 0 && calls.push('load'), store.load(keys)),
    rows: async function* (range) {
      let ofCall = 0;
      for await (const row of store.rows(range)) {
        if (ofCall++ % (range.pageSize ?? 1000) === 0) calls.push('rows');
        read += 1;
        yield row;
      }
    },
    whole: (partitions, range) => (calls.push('whole'), store.whole(partitions, range)),
  };
  const page = await suspectsIn(counting, { ...relation, limit });
  return { calls, read, groups: page.items.length, next: page.next, isCut: page.isCut };
}

it('a page of a hundred months and documents takes three calls', async () => {
  const meetings = Array.from({ length: 100 }, (_, at) => atPosition(at + 1, { occurred: month(at), ...report(`${at}`) })); // prettier-ignore
  const again = (position: number, of: number, fields: object) =>
    atPosition(position, { occurred: month(of), ...report('none'), ...fields });
  const others = [again(101, 3, {}), again(102, 7, { occurred: '2024-01-01', ...report('7') })];
  const { calls, groups } = await costOf([...meetings, ...others], 100);
  expect(groups).toBe(2);
  expect(calls.toSorted()).toEqual(['load', 'rows', 'whole']);
});

it('a page of a day with thousands of events reads some two thousand of them', async () => {
  const day = (count: number) =>
    Array.from({ length: count }, (_, at) => atPosition(at + 1, { place: { city: `City ${at}` } }));
  const { read, calls, next, isCut } = await costOf(day(3000), 100);
  expect(next).toBeDefined();
  expect(isCut).toBe(true);
  expect(read).toBeGreaterThan(2000);
  expect(read).toBeLessThanOrEqual(2000 + 101); // read together
  expect(calls.filter((call) => call === 'rows')).toHaveLength(11);
});

it('a page says that it could not compare all: of two thousand events of a day, and one more', async () => {
  const day = (count: number) =>
    Array.from({ length: count }, (_, at) => atPosition(at + 1, { place: { city: `City ${at}` } }));
  expect((await costOf(day(mostRows), 100)).isCut).toBe(false);
  expect((await costOf(day(mostRows + 1), 100)).isCut).toBe(true);
});

it('a page says that it could not look up all documents: of a hundred, and one more', async () => {
  const resting = (count: number) =>
    Array.from({ length: count }, (_, at) => atPosition(at + 1, { occurred: month(at), ...report(`${at}`) }));
  const also = {
    reports: [
      { publisher: 'ICEWS', reference: '0' },
      { publisher: 'ICEWS', reference: 'another' },
    ],
  };
  const [, ...others] = resting(100);
  expect((await costOf(resting(100), 100)).isCut).toBe(false);
  expect((await costOf([atPosition(1, { occurred: month(0), evidence: also }), ...others], 100)).isCut).toBe(true);
});
