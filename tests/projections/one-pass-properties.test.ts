import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import type { PositionedEvent } from '#shared/feed/blocks/block.ts';
import type { RowKey } from '#shared/projections/engine/projection.ts';
import { type ReadModels, rowId } from '#shared/projections/engine/read-models.ts';
import { arbitrarySteps, historyOf } from '#tests/support/arbitrary-history.ts';
import { arbitraryLifecycles } from '#tests/support/arbitrary-lifecycles.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { Killed, mortal, randomFrom } from '#tests/support/mortal.ts';
import { handleAll, servingConsumer } from '#tests/support/projecting.ts';

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
  return { store, all };
}

/** A process with a checkpoint: it hands on slice after slice, begins again at its checkpoint when it is killed, and sees some events twice. */
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
  arbitraryLifecycles.map((steps) => steps as Parameters<typeof historyOf>[0]),
);

describe('the rows of all read models', () => {
  it('are those of one event after the other when processes are killed at any call, repeat events, and work at the same time', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.integer(), async (steps, seed) => {
        const { events } = await historyOf(steps);
        const random = randomFrom(seed);
        const { store, all } = noting(inMemoryStores().readModels);
        await Promise.all([toTheEnd(store, events, random), toTheEnd(store, events, random)]);
        const oneByOne = noting(inMemoryStores().readModels);
        for (const event of events) await handleAll(servingConsumer(oneByOne.store), [event]);
        expect(await all()).toEqual(await oneByOne.all());
      }),
      { numRuns: 150 },
    );
  });

  it('stay as they are when the whole feed comes again', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (steps) => {
        const { events } = await historyOf(steps);
        const { store, all } = noting(inMemoryStores().readModels);
        await handleAll(servingConsumer(store), events);
        const before = await all();
        for (const event of events) await handleAll(servingConsumer(store), [event]);
        await handleAll(servingConsumer(store), events);
        expect(await all()).toEqual(before);
      }),
    );
  });

  it('are no more for an event than were planned, but for those of trees that it joins', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (steps) => {
        const { events } = await historyOf(steps);
        const { readModels } = inMemoryStores();
        for (const event of events) {
          const { store, all } = noting(readModels);
          const consumer = servingConsumer(store);
          await handleAll(consumer, [event]);
          // What a correction writes is not known before its event is read.
          const planned = isCorrection(event) ? Number.POSITIVE_INFINITY : (consumer.plannedRows?.(event) ?? 0);
          const rows = [...(await all()).values()];
          // In a tree it may displace an event that is dated to a year, and so counts in twelve months.
          const joined = rows.some(({ partition }) => partition.startsWith('trees@')) ? ['trees@', 'scores@'] : [];
          const written = rows.filter(({ partition }) => !joined.some((name) => partition.startsWith(name)));
          expect(written.length).toBeLessThanOrEqual(planned);
        }
      }),
    );
  });
});
