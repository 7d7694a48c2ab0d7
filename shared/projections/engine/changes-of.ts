import { correctedEvent } from '#shared/domain/corrections/corrected-event.ts';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { oncePer } from '#shared/domain/once-per.ts';
import type { PositionedEvent } from '#shared/feed/blocks/block.ts';
import type { Change, SeenEvent } from './change.ts';
import {
  eventIn,
  type HistoryRow,
  type PositionedCorrection,
  storedHistoryKey,
  storedKeyOfId,
} from './stored-events.ts';
import { type ReadModels, rowId, type StoredRow } from './read-models.ts';

export interface ChangeSources {
  /** Holds the rows of all earlier events. */
  readonly readModels: Pick<ReadModels, 'load'>;
}

/** The change that an event makes which corrects no other: one object for all projections, which remember what it touches. */
export const firstChange = oncePer((event: Exclude<PositionedEvent, PositionedCorrection>): Change => {
  const { position, recordedAt } = event;
  return { position, recordedAt, cause: event, after: event };
});

/** Another projector at the same rows may have got ahead between two reads: it is looked again so often. */
const maxLooks = 3;

/**
 * Returns the changes that events of the feed make, in order. A correction costs the reads of two rows, whatever came
 * before it: that of its event, and that of its own step of the history, which is there when it was applied before. An
 * event is its own change.
 */
export async function changesOf(sources: ChangeSources, events: readonly PositionedEvent[]): Promise<Change[]> {
  for (let look = 1; ; look += 1) {
    try {
      return await changesSeen(sources, events);
    } catch (error) {
      if (!(error instanceof OutOfStep) || look === maxLooks) throw error;
    }
  }
}

/** The row of an event has applied a correction whose step was not there a moment before. */
class OutOfStep extends Error {}

async function changesSeen({ readModels }: ChangeSources, events: readonly PositionedEvent[]): Promise<Change[]> {
  const corrections = events.filter(isCorrection);
  const own = new Set(events.map(({ id }) => id));
  const known = new Map<string, SeenEvent>();
  const loaded = await readModels.load(keysOf(corrections.filter(({ of }) => !own.has(of))));
  return events.map((event): Change => {
    const { position, recordedAt } = event;
    if (!isCorrection(event)) {
      known.set(event.id, event);
      return firstChange(event);
    }
    const before = beforeStep(loaded, event) ?? known.get(event.of) ?? beforeCorrection(loaded, event);
    const after = correctedEvent(before, [event]);
    known.set(event.of, after);
    return { position, recordedAt, cause: event, before, after };
  });
}

function keysOf(corrections: readonly PositionedCorrection[]) {
  const keys = corrections.flatMap((correction) => [storedKeyOfId(correction.of), stepKey(correction)]);
  return [...new Map(keys.map((key) => [rowId(key), key])).values()];
}

/** A correction is in the stream of the event that it corrects. */
const stepKey = (correction: PositionedCorrection) => {
  const { sort } = storedKeyOfId(correction.of);
  return storedHistoryKey({ stream: correction.stream, version: Number(sort) }, correction.position);
};

/** The event before a correction, when the correction was applied already. */
const beforeStep = (loaded: ReadonlyMap<string, StoredRow>, correction: PositionedCorrection) =>
  (loaded.get(rowId(stepKey(correction)))?.data as HistoryRow | undefined)?.before;

/** The event before a correction that is the next one to be applied. */
function beforeCorrection(
  loaded: ReadonlyMap<string, StoredRow>,
  { id, of, position }: PositionedCorrection,
): SeenEvent {
  const row = loaded.get(rowId(storedKeyOfId(of)));
  const state = row && eventIn(row);
  if (state === undefined) throw new Error(`${id} corrects ${of}, which has no row yet`);
  if (state.madeAt >= position) throw new OutOfStep(`${of} has applied ${id}, and its history has not`);
  return state.event;
}
