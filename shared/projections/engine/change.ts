import type { CorrectedEvent } from '#shared/domain/corrections/corrected-event.ts';
import type { PositionedEvent } from '#shared/feed/blocks/block.ts';

/** An event as a read model sees it: corrected, and with the position of its first record. */
export type SeenEvent = CorrectedEvent & { readonly position: number };

/** The change that one event of the feed makes: a new diplomatic event, or a corrected one. */
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
