import { expect, it } from 'vitest';
import { eventId } from '#shared/domain/events/event-address.ts';
import type { PositionedEvent } from '#shared/feed/blocks/block.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';
import { atPosition, correctionAt } from '#tests/support/feed-events.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { handleAll, servingConsumer } from '#tests/support/projecting.ts';

const idAt = (position: number) => eventId('relation/BGD-PAK', position);

/** Read models that count what is written. */
function counting(readModels: ReadModels) {
  let written = 0;
  const store: ReadModels = {
    ...readModels,
    save: async (writes) => ((written += writes.length), readModels.save(writes)),
    put: async (rows) => ((written += rows.length), readModels.put(rows)),
  };
  return { store, written: () => written };
}

it('corrections that each move a whole tree come a few at a time', async () => {
  const { readModels } = inMemoryStores();
  const parts = 200;
  // 1 and 2 are wholes; 3 has the parts and is moved from one of them to the other.
  const tree: PositionedEvent[] = [
    atPosition(1, { occurred: '2024' }),
    atPosition(2, { occurred: '2023' }),
    atPosition(3, { partOf: idAt(1) }),
    ...Array.from({ length: parts }, (_, index) => atPosition(index + 4, { partOf: idAt(3) })),
  ];
  await handleAll(servingConsumer(readModels), tree);
  const moves = Array.from({ length: 20 }, (_, index) =>
    correctionAt(tree.length + index + 1, 3, {
      type: 'EventCorrected',
      changes: { partOf: idAt(index % 2 === 0 ? 2 : 1) },
    }),
  );
  const most = 2000;
  const handled: number[] = [];
  for (let done = 0; done < moves.length; done += handled.at(-1) ?? 1) {
    const { store, written } = counting(readModels);
    handled.push(await handleAll(servingConsumer(store), moves.slice(done), most));
    expect(written()).toBeLessThanOrEqual(most);
    expect(written()).toBeGreaterThan(parts * 3);
  }
  expect(handled.length).toBeGreaterThan(5);
  expect(handled.length).toBeLessThan(moves.length);
});
