import type { PositionedEvent } from '#shared/feed/blocks/block.ts';
import type { FeedReader } from '#shared/feed/feed.ts';
import type { AnnouncedPhase } from '#shared/read-models/changes/announced-phases.ts';
import type { Filter } from '#shared/subscriptions/filter/filter.ts';
import { isOfPhases } from '#shared/subscriptions/filter/is-of-phases.ts';
import { matchingFeed, type Range, type Stretch } from '#shared/subscriptions/filter/matching-feed.ts';
import type { Views } from '#shared/subscriptions/filter/matching.ts';
import { matchingPhases, type PhaseLog } from './phase-log.ts';

/** What a subscription is sent: an event of the feed, or the announcement of a change of phase. */
export type Notice = PositionedEvent | AnnouncedPhase;

/** Returns whether a notice announces a change of phase. */
export const isAnnouncement = (notice: Notice): notice is AnnouncedPhase => 'announcedAt' in notice;

/** What subscriptions are read from, each from one of the two. */
export interface NoticeSources {
  readonly feed: Pick<FeedReader, 'head' | 'read'>;
  readonly phases: PhaseLog;
}

/** How far a subscription has come, whatever sends it. */
export interface NoticeProgress {
  readonly filter: Filter;
  /** Everything wanted up to this position is sent. */
  readonly cursor: number;
  /** The id of the last announcement that was sent of the position after the cursor, where more of it are left. */
  readonly sent?: string | undefined;
  readonly catchingUp: boolean;
  readonly pending?: { readonly from: number; readonly to: number } | undefined;
}

/** Returns the range left to read: up to the end of what it is read from, or what the matcher has marked. */
export async function rangeLeft({ feed, phases }: NoticeSources, progress: NoticeProgress): Promise<Range> {
  const { filter, catchingUp, cursor, pending, sent } = progress;
  if (catchingUp) {
    const end = isOfPhases(filter) ? await phases.position() : (await feed.head()).position;
    return { after: cursor, upTo: Math.max(cursor, end), sent };
  }
  const upTo = Math.max(cursor, pending?.to ?? 0);
  const after = Math.min(upTo, Math.max(cursor, (pending?.from ?? 0) - 1));
  return { after, upTo, ...(after === cursor && { sent }) };
}

/** Reads what a filter wants of a range, in order, slice by slice; the notices of one position are in one slice. */
export const wantedNotices = (
  { feed, phases }: NoticeSources,
  views: Views,
  filter: Filter,
  range: Range,
): AsyncGenerator<Stretch<Notice>> =>
  isOfPhases(filter) ? matchingPhases(phases, filter, range) : matchingFeed(feed, views, filter, range);

/** Returns the progress after a notice of a slice was sent: within its position, where others of that follow. */
export function progressAfter(notices: readonly Notice[], index: number): Pick<NoticeProgress, 'cursor' | 'sent'> {
  const [notice, next] = notices.slice(index);
  if (notice === undefined) throw new RangeError(`There is no notice ${index}`);
  const { position, id } = notice;
  return next?.position === position ? { cursor: position - 1, sent: id } : { cursor: position, sent: undefined };
}
