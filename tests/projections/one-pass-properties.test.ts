import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import type { PositionedEvent } from '#shared/feed/blocks/block.ts';
import type { RowKey } from '#shared/projections/engine/projection.ts';
import { type ReadModels, rowId } from '#shared/projections/engine/read-models.ts';
import { arbitraryAlikeSteps, arbitrarySteps, historyOf } from '#tests/support/arbitrary-history.ts';
import { arbitraryLifecycles } from '#tests/support/arbitrary-lifecycles.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { Killed, mortal, randomFrom } from '#tests/support/mortal.ts';
import { handleAll, servingConsumer } from '#tests/support/projecting.ts';
import { saidRows } from '#tests/support/said-rows.ts';

/** Read models that note which rows were ever written. */
function noting(readModels: ReadModels) {
  const keys = new Map<string, RowKey>();
  const note = (key: RowKey) => keys.set(rowId(key), { partition: key.partition, sort: key.sort });
  const store: ReadModels = {
    ...readModels,
    save: async (writes) => {
      for (const { row } of writes) note(row);
      return readModels.save(writes);
    },
    put: async (rows) => {
      for (const row of rows) note(row);
      await readModels.put(rows);
    },
  };
  const all = async () =>
    new Map([...(await readModels.load([...keys.values()]))].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return { store, all, said: async () => saidRows((await all()).values()) };
}

/**
 * A process with a checkpoint: it hands on slice after slice, begins again at its checkpoint when it is killed, and
 * sees some events twice.
 */
async function toTheEnd(store: ReadModels, events: readonly PositionedEvent[], random: () => number): Promise<void> {
  let checkpoint = 0;
  while (checkpoint < events.length) {
    const end = checkpoint + 1 + Math.floor(random() * 6);
    const start = Math.max(0, checkpoint - Math.floor(random() * 4));
    try {
      await handleAll(servingConsumer(mortal(store, random, 0.05)), events.slice(start, end));
      checkpoint = end;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
  }
}

const histories = fc.oneof(
  arbitrarySteps,
  arbitraryAlikeSteps,
  arbitraryLifecycles.map((steps) => steps as Parameters<typeof historyOf>[0]),
);

describe('the rows of all read models', () => {
  it('are those of one event after the other when processes are killed at any call, repeat events, and work at the same time', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.integer(), async (steps, seed) => {
        const { events } = await historyOf(steps);
        const random = randomFrom(seed);
        const { store, said } = noting(inMemoryStores().readModels);
        await Promise.all([toTheEnd(store, events, random), toTheEnd(store, events, random)]);
        const oneByOne = noting(inMemoryStores().readModels);
        const consumer = servingConsumer(oneByOne.store);
        for (const event of events) await handleAll(consumer, [event]);
        expect(await said()).toEqual(await oneByOne.said());
      }),
      { numRuns: 100 },
    );
  });

  it('stay as they are when the whole feed comes again', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (steps) => {
        const { events } = await historyOf(steps);
        const { store, said } = noting(inMemoryStores().readModels);
        const consumer = servingConsumer(store);
        await handleAll(consumer, events);
        const before = await said();
        for (const event of events) await handleAll(consumer, [event]);
        await handleAll(consumer, events);
        expect(await said()).toEqual(before);
      }),
    );
  });

  it('are no more for an event that is no correction and in no tree than were planned', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (steps) => {
        const { events } = await historyOf(steps);
        const { readModels } = inMemoryStores();
        for (const event of events) {
          const { store, all } = noting(readModels);
          const consumer = servingConsumer(store);
          await handleAll(consumer, [event]);
          const rows = [...(await all()).values()];
          const isKnown = !isCorrection(event) && !rows.some(({ partition }) => partition.startsWith('trees@'));
          const planned = isKnown ? (consumer.plannedRows?.(event) ?? 0) : Number.POSITIVE_INFINITY;
          expect(rows.length).toBeLessThanOrEqual(planned);
        }
      }),
    );
  });

  it('are no more for a slice than it may write, whatever its events correct and whichever trees they join, unless one alone makes more', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.constantFrom(20, 60, 200), async (steps, most) => {
        const { events } = await historyOf(steps);
        const whole = noting(inMemoryStores().readModels);
        await handleAll(servingConsumer(whole.store), events);
        const { readModels } = inMemoryStores();
        const everything = noting(readModels);
        for (let done = 0; done < events.length;) {
          const { store, all } = noting(everything.store);
          const handled = await handleAll(servingConsumer(store), events.slice(done), most);
          expect(handled).toBeGreaterThan(0);
          expect((await all()).size).toBeLessThanOrEqual(handled > 1 ? most : Number.POSITIVE_INFINITY);
          done += handled;
        }
        expect(await everything.said()).toEqual(await whole.said());
      }),
    );
  });
});
