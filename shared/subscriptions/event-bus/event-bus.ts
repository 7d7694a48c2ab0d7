/** One event for the bus. */
export interface BusEntry {
  readonly source: string;
  /** The event's type, which rules match first. */
  readonly detailType: string;
  /** JSON. */
  readonly detail: string;
  /** ISO 8601, UTC. */
  readonly time: string;
}

/** At most this many entries in one call of the bus. */
export const entriesPerCall = 10;
/** At most this many bytes of entries in one call of the bus. */
export const bytesPerCall = 256 * 1024;

/** Sends entries to a bus. */
export interface EventBus {
  /**
   * Sends at most `entriesPerCall` entries of `bytesPerCall` bytes; returns those that the bus refused, in their order.
   */
  put(entries: readonly BusEntry[]): Promise<readonly BusEntry[]>;
}

/** Returns the bytes of an entry as EventBridge counts them: 14 for the time, and the text. */
export const entryBytes = ({ source, detailType, detail }: BusEntry): number =>
  14 + Buffer.byteLength(source) + Buffer.byteLength(detailType) + Buffer.byteLength(detail);
