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

export type Party = ResponseOf<'/parties/{party}'>;
export type Partner = ItemOf<'/relations'>;
export type Office = ItemOf<'/parties/{party}/offices'>;
export type Visit = ItemOf<'/visits'>;
export type Agreement = ItemOf<'/agreements'>;
export type Sanction = ItemOf<'/sanctions'>;
export type Topic = ItemOf<'/topics'>;
export type Person = ItemOf<'/people'>;
export type Network = ResponseOf<'/contacts/{quarter}'>;
export type Projections = ResponseOf<'/projections'>;
export type Quarantined = ItemOf<'/quarantine'>;
export type Subscription = ItemOf<'/subscriptions'>;
export type SupervisedSubscription = ItemOf<'/supervision/subscriptions'>;
export type ConsumersHealth = ResponseOf<'/health/consumers'>;

/** Whose matters are listed: those of a party, those between two, or all. */
export type Whose = { readonly party?: string; readonly dyad?: string };

/** What a list of events is filtered by; each as the API takes it. */
export interface EventFilter {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly type?: string | undefined;
  readonly topic?: string | undefined;
  readonly quadClass?: string | undefined;
  readonly modality?: string | undefined;
  readonly minCredibility?: string | undefined;
}

/** Whose knowledge is asked for: what was recorded, or reported, by an instant; without one, that of now. */
export interface Knowledge {
  readonly asOf?: string | undefined;
  readonly knownBy?: 'reported' | undefined;
}
