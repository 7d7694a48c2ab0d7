import type { ItemOf, ResponseOf, Schema } from '#shared/client/api-schema.ts';

/**
 * What the page reads of the API's responses, as the OpenAPI document has it. Events are of many types and read alike
 * here: what not every type has may be absent.
 */

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

export type Report = Schema<'Report'>;
export type Evidence = Schema<'EvidenceAsRead'>;
export type Participant = Schema<'Participant'>;

type Envelope = Schema<'RecordedEventEnvelope'>;

/** What a correction has as well. */
type OfEvery = Pick<Envelope, 'id' | 'stream' | 'version' | 'position' | 'recordedAt' | 'recordedBy' | 'summary'>;

/** Of a list: the first and the last day that an event may have happened on. */
type Days = Partial<Pick<Schema<'OnTimeline'>, 'from' | 'to'>>;

export interface EventAsRead extends OfEvery, Partial<Omit<Envelope, keyof OfEvery>>, Days {
  readonly type: string;
  readonly participants?: readonly Participant[];
  readonly level?: Schema<'Level'>;
  readonly [field: string]: unknown;
}

export type Difference = Schema<'Difference'>;

export interface RecordedChange extends Omit<Schema<'RecordedChange'>, 'event'> {
  readonly event: EventAsRead;
}

export interface HistoryStep {
  readonly record: EventAsRead;
  readonly result: EventAsRead;
}

export type MonthlyScore = ItemOf<'/relations/{dyad}/score'>;
export type Relation = ResponseOf<'/relations/{dyad}'>;
export type Mission = Relation['missions'][number];

/** A commit as the bytes that are hashed. */
export type CommitAsHashed = Schema<'CommitAsHashed'>;
