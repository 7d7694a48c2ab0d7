import type { PositionedEvent } from '#shared/feed/blocks/block.ts';

/** The limits of a slice, after which the checkpoint moves; a single event may exceed them. */
export interface SliceLimits {
  readonly events: number;
  /** Bytes of the events' JSON. */
  readonly bytes: number;
  /** Rows that the consumer plans to write. */
  readonly rows: number;
}

export const sliceLimits: SliceLimits = { events: 500, bytes: 1536 * 1024, rows: 5000 };

/** The limits of a rebuild's slices: thousands of events, so that shared rows are written once. */
export const rebuildLimits: SliceLimits = { events: 5000, bytes: 4 * 1024 * 1024, rows: 50_000 };

/** An event with its share of a slice. */
export interface SizedEvent {
  readonly event: PositionedEvent;
  readonly bytes: number;
}

/** Counts the events, from the first on, that fit into a slice: at least one. */
export function sliceLength(
  events: readonly SizedEvent[],
  limits: SliceLimits,
  plannedRows: (event: PositionedEvent) => number = () => 1,
): number {
  let bytes = 0;
  let rows = 0;
  for (const [index, sized] of events.entries()) {
    bytes += sized.bytes;
    rows += plannedRows(sized.event);
    const full = index >= limits.events || bytes > limits.bytes || rows > limits.rows;
    if (full && index > 0) return index;
  }
  return events.length;
}
