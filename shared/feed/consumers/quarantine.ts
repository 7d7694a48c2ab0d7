/** An event of the feed or a commit of the ledger that a consumer cannot handle. */
export interface QuarantinedItem {
  /** The consumer that cannot handle it, e.g. `timeline@2`; `sequence` for the sequencer. */
  readonly consumer: string;
  /** The position of an event in the feed, or `stream#version` of a commit. */
  readonly item: string;
  /** The error's name and message, cut to 1 KB. */
  readonly reason: string;
  /** ISO 8601 instant. */
  readonly quarantinedAt: string;
}

/** The sequencer's name in the quarantine. */
export const sequencerName = 'sequence';

export interface QuarantinePage {
  readonly items: readonly QuarantinedItem[];
  /** The cursor of the next page; `undefined` at the end. */
  readonly next?: string;
}

/** Keeps quarantined items until an operator releases them. */
export interface Quarantine {
  /** Adds an item; adding it twice is harmless. */
  readonly add: (item: QuarantinedItem) => Promise<void>;
  /** Lists items by consumer and item, at most `limit` of them. */
  readonly list: (query: { readonly limit: number; readonly after?: string }) => Promise<QuarantinePage>;
  /** Whether an item is there. */
  readonly has: (consumer: string, item: string) => Promise<boolean>;
  /** Removes an item after the fix; `false` when it is not there. */
  readonly release: (consumer: string, item: string) => Promise<boolean>;
}

const maxReasonLength = 1000;

/**
 * Returns the reason of a quarantined item: the error's name and message or, without an error, that no attempt
 * finished.
 */
export function reasonOf(error: unknown): string {
  if (error === undefined) return 'Unfinished: each attempt ran out of time or memory, or its process ended';
  const text = error instanceof Error ? `${error.name}: ${error.message}` : JSON.stringify(error);
  return text.slice(0, maxReasonLength);
}
