/** What the page reads of the API's responses; `/openapi.json` describes all of them. */

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

export type QuadCounts = Readonly<Record<string, number>>;

export interface MonthlyScore {
  readonly month: string;
  readonly n: number;
  readonly weight: number;
  readonly mean: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly quadClasses: QuadCounts;
  readonly index: { readonly slow: number; readonly fast: number; readonly weight: number };
}

export interface Dated {
  readonly date: string;
  readonly event: string;
}

export interface Mission {
  readonly sender: string;
  readonly receiver: string;
  readonly status: string;
  readonly certain: boolean;
  readonly since: Dated | null;
  readonly rank: string | null;
  readonly post: string | null;
  readonly nonResident: boolean | null;
  readonly head?: { readonly person?: { readonly name: string }; readonly since?: Dated | null } | null;
}

interface ShortEvent {
  readonly id: string;
  readonly type?: string;
  readonly kind?: string;
  readonly occurred: string;
  readonly summary?: string;
}

export interface Relation {
  readonly dyad: string;
  readonly lastEvent: ShortEvent | null;
  readonly lastContact: ShortEvent | null;
  readonly lastHighLevelVisit: ShortEvent | null;
  readonly index: { readonly slow: number; readonly fast: number; readonly weight: number };
  readonly n: number;
  readonly unheld: number;
  readonly quadClasses: QuadCounts;
  readonly years: readonly { readonly year: string | null; readonly n: number }[];
  readonly agreements: readonly { readonly id: string; readonly title: string | null; readonly status: string }[];
  readonly relations: { readonly status: string; readonly since: Dated | null };
  readonly missions: readonly Mission[];
  readonly sanctions: readonly {
    readonly id: string;
    readonly summary: string | null;
    readonly through: readonly string[];
  }[];
}

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
