import type { ItemOf, ResponseOf } from '#shared/client/api-schema.ts';

/**
 * What the page reads of the API's responses. Events are of many types and read alike here; everything else has the
 * types that are generated of the OpenAPI document.
 */

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

export interface Report {
  readonly publisher: string;
  readonly title?: string;
  readonly url?: string;
  readonly reference?: string;
  readonly publishedOn?: string;
  readonly origin?: string;
}

export interface Evidence {
  readonly reliability?: string;
  readonly credibility?: number;
  readonly reports?: readonly Report[];
  readonly reportCount?: number;
  readonly sourceCount?: number;
}

export interface Participant {
  readonly party: string;
  readonly role: string;
  readonly person?: { readonly id: string; readonly name: string };
  readonly office?: string;
  readonly sector?: string;
}

export interface EventAsRead {
  readonly id: string;
  readonly stream: string;
  readonly version: number;
  readonly position?: number;
  readonly type: string;
  readonly occurred?: string;
  /** Of a list: the first day that it may have happened on. */
  readonly from?: string | null;
  readonly to?: string | null;
  readonly reportedAt?: string;
  readonly participants?: readonly Participant[];
  readonly thirdParties?: readonly string[];
  readonly bearsOn?: readonly string[];
  readonly place?: { readonly country?: string; readonly city?: string; readonly site?: string };
  readonly topics?: readonly string[];
  readonly channel?: string;
  readonly level?: string;
  readonly modality?: string;
  readonly evidence?: Evidence;
  readonly partOf?: string;
  readonly reactsTo?: readonly string[];
  readonly cameo?: string;
  readonly summary?: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly corrections?: number;
  readonly deniedBy?: readonly string[];
  readonly withdrawn?: { readonly reason: string; readonly into?: string };
  readonly [field: string]: unknown;
}

export interface Difference {
  readonly pointer: string;
  readonly from?: unknown;
  readonly to?: unknown;
}

export interface RecordedChange {
  readonly position: number;
  readonly kind: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly record: string;
  readonly summary?: string;
  readonly event: EventAsRead;
  readonly differences: readonly Difference[];
}

export interface HistoryStep {
  readonly record: EventAsRead & { readonly summary?: string };
  readonly differences?: readonly Difference[];
  readonly result: EventAsRead;
}

export type MonthlyScore = ItemOf<'/relations/{dyad}/score'>;
export type Relation = ResponseOf<'/relations/{dyad}'>;
export type Mission = Relation['missions'][number];

/** A commit as the bytes that are hashed. */
export interface CommitAsHashed {
  readonly stream: string;
  readonly version: number;
  readonly count: number;
  readonly format?: number;
  readonly events: string;
  readonly previousHash: string;
  readonly hash: string;
  readonly commitId: string;
  readonly state: string;
  readonly committedAt: string;
}
