import { correctedEvent } from '#shared/domain/corrections/corrected-event.ts';
import type { Correction } from '#shared/domain/corrections/correction.ts';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { eventId, parseEventAddress } from '#shared/domain/events/event-address.ts';
import type { PositionedEvent } from '#shared/feed/blocks/block.ts';
import type { SeenEvent } from './change.ts';
import { paddedPosition } from './padded-position.ts';
import { type RowKey, storedPartition } from './projection.ts';
import type { StoredRow } from './read-models.ts';

/** An event as all corrections so far make it. The row's position is that of the last of them. */
export interface EventRow {
  /** The recording time of its last change. */
  readonly since: string;
  readonly event: Omit<SeenEvent, 'id'>;
}

/** A correction, at its own address: it is kept in the history of the event that it is about. */
export interface CorrectionRow {
  readonly of: string;
}

/** A step in the history of a corrected event: its first record, or a correction with the event before it. */
export interface HistoryRow {
  readonly before?: SeenEvent | undefined;
  readonly cause: PositionedEvent;
}

/** A correction in its place in the global order. */
export type PositionedCorrection = Extract<PositionedEvent, Correction>;

/** The projection that has these rows. */
export const eventRowsName = { name: 'events', version: 1 } as const;

/** No name of a stream ends so. */
export const historySuffix = '/~history';
export const paddedVersion = (version: number): string => String(version).padStart(15, '0');

export const eventKey = (stream: string, version: number): RowKey => ({
  partition: stream,
  sort: paddedVersion(version),
});
export const historyKey = ({ stream, version }: Pick<SeenEvent, 'stream' | 'version'>, position: number): RowKey => ({
  partition: `${stream}${historySuffix}`,
  sort: `${paddedVersion(version)}#${paddedPosition(position)}`,
});

const stored = ({ partition, sort }: RowKey): RowKey => ({
  partition: storedPartition(eventRowsName, partition),
  sort,
});

/** The stored keys of an event's or a correction's row, and of a step of a history. */
export const storedEventKey = (stream: string, version: number): RowKey => stored(eventKey(stream, version));
export const storedHistoryKey = (event: Pick<SeenEvent, 'stream' | 'version'>, position: number): RowKey =>
  stored(historyKey(event, position));

/** The stored key of the event with an id. Throws where the text is none. */
export function storedKeyOfId(id: string): RowKey {
  const address = parseEventAddress(id);
  if (address === undefined) throw new Error(`${id} is not the id of an event`);
  return storedEventKey(address.stream, address.version);
}

/** The range of the steps of an event's history, and that of the events of a stream. */
export const historyRange = ({ stream, version }: Pick<SeenEvent, 'stream' | 'version'>) => ({
  partition: storedPartition(eventRowsName, `${stream}${historySuffix}`),
  from: `${paddedVersion(version)}#`,
  to: `${paddedVersion(version)}#~`,
  order: 'ascending' as const,
});
export const streamRange = (stream: string, from = 0, to = Number.MAX_SAFE_INTEGER) => ({
  partition: storedPartition(eventRowsName, stream),
  from: paddedVersion(from),
  to: paddedVersion(Math.min(to, 999_999_999_999_999)),
  order: 'ascending' as const,
});
export const streamHistoryRange = (stream: string) => ({
  partition: storedPartition(eventRowsName, `${stream}${historySuffix}`),
  order: 'ascending' as const,
});

/** An event after the change at a position, and the instant since which it is known so. */
export interface EventState {
  readonly event: SeenEvent;
  readonly madeAt: number;
  readonly since: string;
}

/** Returns the event of a row; `undefined` when the row is a correction's. */
export function eventIn({ data, position }: StoredRow): EventState | undefined {
  const { since, event } = data as Partial<EventRow>;
  if (event === undefined || since === undefined) return undefined;
  return { event: { id: eventId(event.stream, event.version), ...event } as SeenEvent, madeAt: position, since };
}

/** The position of the event or the correction that has a row. */
export const positionIn = (row: StoredRow): number => eventIn(row)?.event.position ?? row.position;

/** Returns the event after a step of its history. */
export function stateAfter({ data, position }: StoredRow): EventState {
  const { before, cause } = data as HistoryRow;
  return { event: afterStep({ before, cause }), madeAt: position, since: cause.recordedAt };
}

/** The event after a step of its history. */
export function afterStep({ before, cause }: HistoryRow): SeenEvent {
  if (!isCorrection(cause)) return cause;
  if (before === undefined) throw new Error(`${cause.id} is a correction of nothing`);
  return correctedEvent(before, [cause]);
}
