import { type ChannelNow, distance, isNews, type PhaseChange, type PhaseChannel } from './phase-change.ts';

/** What was announced last of a channel. */
export interface LastAnnounced<Announcement> {
  readonly announcement: Announcement;
  /** Whether another change of the same kind may be announced: the channel was calm since. */
  readonly isArmed: boolean;
}

/** What was announced of a dyad, by channel. */
export type Announced<Announcement> = { readonly [Channel in PhaseChannel]?: LastAnnounced<Announcement> };

/** A change of the same kind so many months away from the one announced last is the same one, dated otherwise. */
const sameWithin = 6;

export interface Announcing<Announcement> {
  readonly announced: Announced<Announcement>;
  readonly news: readonly Announcement[];
}

/**
 * Decides which changes are announced: those that began in the last six months and that were not announced already. A
 * change of the same kind as the last one is another one when the channel was calm since and it began more than six
 * months away. Each month of a channel is announced once.
 */
export function announcing<Announcement extends PhaseChange>(
  announced: Announced<Announcement>,
  channels: readonly ChannelNow[],
  through: string,
  announcementOf: (change: PhaseChange) => Announcement,
): Announcing<Announcement> {
  const next: { [Channel in PhaseChannel]?: LastAnnounced<Announcement> } = { ...announced };
  const news: Announcement[] = [];
  for (const { channel, isCalm, change } of channels) {
    const last = announced[channel];
    if (last !== undefined && isCalm && !last.isArmed) next[channel] = { ...last, isArmed: true };
    if (change === undefined || !isNews(change.month, through) || !isAnother(change, last)) continue;
    const announcement = announcementOf(change);
    next[channel] = { announcement, isArmed: false };
    news.push(announcement);
  }
  return { announced: next, news };
}

function isAnother<Announcement extends PhaseChange>(
  { kind, month }: PhaseChange,
  last: LastAnnounced<Announcement> | undefined,
): boolean {
  if (last === undefined) return true;
  const { announcement, isArmed } = last;
  if (announcement.month === month) return false;
  return announcement.kind !== kind || (isArmed && distance(announcement.month, month) > sameWithin);
}
