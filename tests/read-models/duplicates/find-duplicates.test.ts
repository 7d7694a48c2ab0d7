import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dedupeKeys, probablyTheSame } from '#shared/domain/events/duplicate.ts';
import { likenessOf } from '#shared/domain/events/likeness.ts';
import { servingBy } from '#shared/projections/generations/generation-registry.ts';
import { undecided } from '#shared/projections/generations/generations.ts';
import { findDuplicates } from '#shared/read-models/duplicates/query.ts';
import { costOf, counted } from '#tests/support/counted-client.ts';
import { meeting } from '#tests/support/events.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { projectEvents } from '#tests/support/projecting.ts';
import { freshDatabase, freshStores } from '#tests/support/tables.ts';
import { arbitrarySteps, days, type History, historyOf } from '#tests/support/arbitrary-history.ts';
import { atPosition } from '#tests/support/feed-events.ts';
import { standing } from '#tests/support/replayed-history.ts';

const projections = ['events', 'timeline', 'dossiers'];
const asked = [...days, '2025-01~'].flatMap((occurred) => [
  meeting({ occurred }),
  meeting({ occurred, topics: ['trade'] }),
]);

/** What the asked probably repeat, said without any row: correct every event, then compare. */
function naive(events: History['events']) {
  return asked.map((event) =>
    standing(events)
      .filter((other) => dedupeKeys(other).some((key) => dedupeKeys(event).includes(key)))
      .filter((other) => probablyTheSame(likenessOf(other), likenessOf(event)) !== undefined)
      .map(({ id }) => id)
      .toSorted(),
  );
}

const serving = async () => servingBy(undecided);

describe('the duplicates of an event after a history with corrections', () => {
  it('are those that stand, as they stand, whatever was delivered twice', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySteps, fc.nat(25), fc.nat(25), async (steps, cut, again) => {
        const { events } = await historyOf(steps);
        const { readModels } = inMemoryStores();
        for (const slice of [events.slice(0, cut), events.slice(Math.max(cut - again, 0)), events]) {
          await projectEvents({ readModels }, slice, projections);
        }
        const found = await findDuplicates({ readModels, serving })(asked);
        expect(found.map((each) => each.map(({ id }) => id).toSorted())).toEqual(naive(events));
      }),
      { numRuns: 100 },
    );
  });
});

it('an event is compared with what is among the newest 5000 of its month, and with nothing behind them', async () => {
  const { readModels } = inMemoryStores();
  const call = (position: number) => atPosition(position, { type: 'CallHeld', occurred: '2025-01-20' });
  await projectEvents({ readModels }, [atPosition(1), ...Array.from({ length: 4999 }, (_, at) => call(at + 2))]);
  const repeated = async () => (await findDuplicates({ readModels, serving })([meeting()])).map(({ length }) => length);
  expect(await repeated()).toEqual([1]);
  await projectEvents({ readModels }, [call(5001)]);
  expect(await repeated()).toEqual([0]);
});

it(
  'two queries find the duplicates of all events of a month, however many are posted together',
  { tags: ['dynamodb'] },
  async () => {
    const client = freshDatabase();
    const { readModels } = await freshStores(client);
    await projectEvents({ readModels }, [atPosition(1), atPosition(2)]);
    const cost = counted(client);
    const looked = await costOf(cost, async () => {
      const found = await findDuplicates({ readModels, serving })([
        meeting(),
        meeting({ occurred: '2025-01~' }),
        meeting(),
      ]);
      expect(found.map(({ length }) => length)).toEqual([2, 2, 2]);
    });
    expect(looked).toEqual({ calls: ['Query', 'Query'], read: 1, write: 0 });
  },
);
