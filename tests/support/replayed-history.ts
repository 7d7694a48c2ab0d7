import * as fc from 'fast-check';
import { expect } from 'vitest';
import { correctedEvent } from '#shared/domain/corrections/corrected-event.ts';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import type { SeenEvent } from '#shared/projections/engine/change.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';
import { inMemoryStores } from './in-memory-stores.ts';
import { projectEvents } from './projecting.ts';
import { arbitraryMinute, arbitrarySteps, type History, historyOf, instant } from './arbitrary-history.ts';

/**
 * The read models of some projections after slices of a history, each handed over at once. To ask them about another
 * projection is a mistake of the test, and throws.
 */
export async function replayed(names: readonly string[], ...slices: History['events'][]): Promise<ReadModels> {
  const { readModels } = inMemoryStores();
  for (const events of slices) await projectEvents({ readModels }, events, names);
  const known = (partition: string): string => {
    if (!names.some((name) => partition.startsWith(`${name}@`))) throw new Error(`${partition} is not projected`);
    return partition;
  };
  return {
    ...readModels,
    load: async (keys) => readModels.load(keys.map((key) => ({ ...key, partition: known(key.partition) }))),
    rows: (range) => readModels.rows({ ...range, partition: known(range.partition) }),
    whole: (partitions, range) => readModels.whole(partitions.map(known), range),
  };
}

/** Every event as its corrections make it, said without any row. */
export function corrected(events: History['events']): SeenEvent[] {
  const corrections = events.filter(isCorrection);
  return events
    .filter((event): event is Exclude<typeof event, { of: string }> => !isCorrection(event))
    .map((event) => correctedEvent(event, corrections.filter(({ of }) => of === event.id))); // prettier-ignore
}

/** Those of them that were neither retracted nor merged into another. */
export const standing = (events: History['events']): SeenEvent[] =>
  corrected(events).filter(({ withdrawn }) => withdrawn === undefined);

/** That an answer as of any instant is the answer of a replay of what had been recorded until then. */
export const asOfAsReplayed = (
  names: readonly string[],
  answers: (store: ReadModels, asOf?: string) => Promise<unknown>,
  histories = arbitrarySteps,
) =>
  fc.asyncProperty(histories, arbitraryMinute, async (steps, minute) => {
    const history = await historyOf(steps);
    const asOf = instant(minute);
    const until = history.events.filter(({ recordedAt }) => recordedAt <= asOf);
    const known = await answers(await replayed(names, history.events), asOf);
    expect(known).toEqual(await answers(await replayed(names, until)));
  });
