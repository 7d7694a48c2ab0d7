import { type CorrectedEvent, correctedEvent } from '#shared/domain/corrections/corrected-event.ts';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import type { PositionedEvent } from '#shared/feed/block.ts';
import { jsonBytes } from '#shared/page-size.ts';
import { eventAt } from '#shared/ledger/event-at.ts';
import type { LedgerReader } from '#shared/ledger/ledger.ts';
import { correctionsOf } from './corrections.ts';
import { positionsOf } from './positions.ts';
import type { ReadModels } from './read-models.ts';

/** An event as a read model sees it: corrected, and with the position of its first record. */
export type SeenEvent = CorrectedEvent & { readonly position: number };

/** What one event of the feed changes: a diplomatic event comes into being, a correction makes another one of it. */
export interface Change {
  /** Position of the event in the feed that makes the change. */
  readonly position: number;
  /** When that event was recorded: from then on the change was known. */
  readonly recordedAt: string;
  /** That event: a correction, or the diplomatic event itself. */
  readonly cause: PositionedEvent;
  readonly before?: SeenEvent;
  readonly after: SeenEvent;
}

export interface ChangeSources {
  readonly ledger: Pick<LedgerReader, 'commits'>;
  /** With the positions and the corrections up to the events that are asked about. */
  readonly readModels: Pick<ReadModels, 'load' | 'rows'>;
}

/** The changes that events of the feed make, in their order. Only a correction costs reads: for its event and that one's corrections. */
export async function changesOf(sources: ChangeSources, events: readonly PositionedEvent[]): Promise<Change[]> {
  const changes: Change[] = [];
  for (const event of events) changes.push(await changeOf(sources, event));
  return changes;
}

/** Tells the changes that events of the feed make. */
export type ChangesOf = (events: readonly PositionedEvent[]) => Promise<Change[]>;

/** Bytes of changes that are remembered; beyond, all are forgotten and read again by whoever still needs them. */
const rememberedBytes = 16 * 1024 * 1024;

/**
 * The same for many consumers that come by the same events: what a correction changes is read once for all of them. It may be kept, since it
 * never becomes another; what could not be read is asked for again.
 */
export function rememberedChanges(sources: ChangeSources): ChangesOf {
  const known = new Map<number, Promise<Change>>();
  let bytes = 0;
  const read = async (event: PositionedEvent): Promise<Change> => {
    try {
      const change = await changeOf(sources, event);
      bytes += jsonBytes(change);
      if (bytes > rememberedBytes) {
        known.clear();
        bytes = 0;
      }
      return change;
    } catch (error) {
      known.delete(event.position);
      throw error;
    }
  };
  const remembered = (event: PositionedEvent): Promise<Change> => {
    const change = known.get(event.position) ?? read(event);
    known.set(event.position, change);
    return change;
  };
  return async (events) => {
    const changes: Change[] = [];
    for (const event of events) {
      changes.push(await (isCorrection(event) ? remembered(event) : changeOf(sources, event)));
    }
    return changes;
  };
}

async function changeOf(sources: ChangeSources, event: PositionedEvent): Promise<Change> {
  const { position, recordedAt } = event;
  if (!isCorrection(event)) return { position, recordedAt, cause: event, after: event };
  const original = await originalOf(sources, event.of);
  const all = await correctionsOf(sources.readModels, event.of);
  const upTo = (last: number) => all.filter((correction) => correction.position <= last);
  return {
    position,
    recordedAt,
    cause: event,
    before: correctedEvent(original, upTo(position - 1)),
    after: correctedEvent(original, upTo(position)),
  };
}

/** The event as first recorded, with its position. */
async function originalOf({ ledger, readModels }: ChangeSources, id: string): Promise<SeenEvent> {
  const event = await eventAt(ledger, id);
  if (event === undefined || isCorrection(event)) throw new Error(`${id} is corrected, but is no event`);
  const position = (await positionsOf(readModels, event.stream, [event.version])).get(event.version);
  if (position === undefined) throw new Error(`${id} is corrected, but its position is not known yet`);
  return { ...event, position };
}
