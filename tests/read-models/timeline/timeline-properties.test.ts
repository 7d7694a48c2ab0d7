import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quadClassOf } from '#shared/domain/scoring/quad-class.ts';
import { applyProjection } from '#shared/projections/engine/apply-projection.ts';
import type { SeenEvent } from '#shared/projections/engine/change.ts';
import { storedPartition } from '#shared/projections/engine/projection.ts';
import type { ReadModels, RowReader } from '#shared/projections/engine/read-models.ts';
import { readTimeline, type TimelineQuery } from '#tests/support/read-timeline.ts';
import { daySort, longOf } from '#shared/projections/engine/day-index.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { freshStores } from '#tests/support/tables.ts';
import { atPosition, firstRecord } from '#tests/support/feed-events.ts';

const days = ['2024-08-05', '2024-12-31', '2025-01-01', '2025-01-14', '2025-01-15', '2025-02-20'];
const occurred = fc.constantFrom(...days, '2025-01~', '1971', '2024-08/..', '../2024', '2024-12-15/2025-01-14', '2025');
const modality = fc.constantFrom('held', 'hypothetical', 'planned');
const type = fc.constantFrom('MeetingHeld', 'CallHeld', 'AidProvided', 'ThreatIssued', 'ForceUsed');
const topics = ['trade', 'jf-17', 'defence-ties'];
const quadClasses = ['verbal-cooperation', 'material-cooperation', 'verbal-conflict', 'material-conflict'];
const credibility = fc.integer({ min: 1, max: 6 });

const event = fc.record(
  {
    occurred,
    modality,
    type,
    topics: fc.subarray(topics, { minLength: 1 }),
    evidence: fc.record({ credibility }, { requiredKeys: [] }),
  },
  { requiredKeys: ['occurred'] },
);
const events = (maxLength: number) =>
  fc.array(event, { maxLength }).map((all) => all.map((fields, index) => atPosition(index + 1, fields)));

const filters = fc.record(
  {
    from: fc.constantFrom(...days),
    to: fc.constantFrom(...days),
    types: fc.subarray(['MeetingHeld', 'CallHeld']),
    modalities: fc.subarray(['held', 'hypothetical', 'planned']),
    minCredibility: credibility,
    topics: fc.subarray(topics),
    quadClasses: fc.subarray(quadClasses),
  },
  { requiredKeys: [] },
);
const query = fc.record({
  filters,
  order: fc.constantFrom('newest' as const, 'oldest' as const),
  limit: fc.integer({ min: 1, max: 7 }),
});

/** What a timeline must hold, said without any index: filter everything, then sort. */
const naive = (
  all: readonly SeenEvent[],
  { from, to, types, modalities, minCredibility, topics: about, quadClasses: classes, order }: TimelineQuery,
) => {
  const shown = all.filter((each) => {
    const range = occurredRange(each.occurred);
    return (
      !(from !== undefined && range.to !== null && range.to < from) &&
      !(to !== undefined && range.from !== null && range.from > to) &&
      !(types !== undefined && !types.includes(each.type)) &&
      !(modalities !== undefined && !modalities.includes(each.modality)) &&
      !(minCredibility !== undefined && (each.evidence?.credibility ?? 6) > minCredibility) &&
      !(about !== undefined && !about.some((topic) => each.topics?.includes(topic))) &&
      !(classes !== undefined && !(each.cameo !== undefined && classes.includes(quadClassOf(each.cameo))))
    );
  });
  const first = (each: SeenEvent) => occurredRange(each.occurred).from ?? '';
  const sorted = shown.toSorted((a, b) =>
    first(a) === first(b) ? a.position - b.position : first(a) < first(b) ? -1 : 1,
  );
  return (order === 'oldest' ? sorted : sorted.toReversed()).map(({ position }) => position);
};

/** Every page of a timeline, one after the other; more than enough are a circle. */
async function pages(store: RowReader, asked: TimelineQuery): Promise<number[][]> {
  const found: number[][] = [];
  let after: string | undefined;
  do {
    const page = await readTimeline(store, { ...asked, after });
    found.push(page.items.map(({ position }) => position));
    after = page.next;
  } while (after !== undefined && found.length < 100);
  return found;
}

describe('the pages of a timeline', () => {
  it('hold every event that the filters let through once, in order, whatever the page size', async () => {
    await fc.assert(
      fc.asyncProperty(events(25), query, async (all, { filters: some, ...asked }) => {
        const { readModels } = inMemoryStores();
        await applyProjection(timeline, readModels, all.map(firstRecord));
        const found = await pages(readModels, { dyad: 'BGD-PAK', ...some, ...asked });
        expect(found.flat()).toEqual(naive(all, { dyad: 'BGD-PAK', ...some, ...asked }));
        expect(found.every((page) => page.length <= asked.limit)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('hold the same on DynamoDB', { tags: ['dynamodb'] }, async () => {
    const { readModels } = await freshStores();
    const all = fc.sample(events(40), { numRuns: 1, seed: 7 }).flat();
    await applyProjection(timeline, readModels, all.map(firstRecord));
    await fc.assert(
      fc.asyncProperty(query, async ({ filters: some, ...asked }) => {
        const found = await pages(readModels, { dyad: 'BGD-PAK', ...some, ...asked });
        expect(found.flat()).toEqual(naive(all, { dyad: 'BGD-PAK', ...some, ...asked }));
      }),
      { numRuns: 60 },
    );
  });

  it('end early when a filter lets hardly anything through, and go on where they ended', async () => {
    const held = atPosition(1, { occurred: '2025-01-14' });
    const row = (position: number) => ({
      partition: '',
      sort: `${daySort('2025-01-14', position)}#${String(position).padStart(12, '0')}`,
      position,
      data: {
        since: held.recordedAt,
        entry: { event: { ...held, position, modality: position === 5002 ? 'denied' : 'held' } },
      },
    });
    const store: RowReader = {
      load: async () => new Map(),
      whole: () => {
        throw new Error('A timeline is never read whole');
      },
      async *rows({ partition, from = '' }) {
        if (partition !== storedPartition(timeline, 'BGD-PAK')) return;
        for (let index = 1; index <= 5003; index += 1) if (row(index).sort >= from) yield row(index);
      },
    };
    const asked = { dyad: 'BGD-PAK', modalities: ['denied'], order: 'oldest', limit: 10 } as const;
    expect(await pages(store, asked)).toEqual([[], [5002]]);
  });
});

describe('the projection of a timeline', () => {
  const rowsOf = async (store: ReadModels) => {
    const partitions = ['BGD-PAK', longOf('BGD-PAK')].map((partition) => storedPartition(timeline, partition));
    const rows = partitions.map(async (partition) => Array.fromAsync(store.rows({ partition, order: 'ascending' })));
    return (await Promise.all(rows)).flat();
  };

  const slice = fc.tuple(fc.nat(25), fc.nat(25));

  it('ends with the same rows when slices come again and overlap', async () => {
    await fc.assert(
      fc.asyncProperty(events(25), fc.array(slice, { maxLength: 5 }), async (seen, slices) => {
        const all = seen.map(firstRecord);
        const [once, often] = [inMemoryStores().readModels, inMemoryStores().readModels];
        await applyProjection(timeline, once, all);
        for (const [from, to] of slices) await applyProjection(timeline, often, all.slice(from, to));
        await applyProjection(timeline, often, all);
        for (const [from, to] of slices) await applyProjection(timeline, often, all.slice(from, to));
        expect(await rowsOf(often)).toEqual(await rowsOf(once));
      }),
    );
  });

  it('ends with the same rows when two projectors work at the same time', async () => {
    await fc.assert(
      fc.asyncProperty(events(25), fc.nat(25), fc.nat(25), async (all, first, second) => {
        const [alone, together] = [inMemoryStores().readModels, inMemoryStores().readModels];
        await applyProjection(timeline, alone, all.map(firstRecord));
        const inTwo = async (at: number) => {
          await applyProjection(timeline, together, all.slice(0, at).map(firstRecord));
          await applyProjection(timeline, together, all.slice(at).map(firstRecord));
        };
        await Promise.all([inTwo(first), inTwo(second)]);
        expect(await rowsOf(together)).toEqual(await rowsOf(alone));
      }),
    );
  });
});
