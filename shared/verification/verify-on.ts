import { emptyFeed, type FeedHead } from '#shared/feed/blocks/block.ts';
import type { VerificationProgress, VerificationStore } from '#shared/feed/verification-progress.ts';
import { RecordBroken } from './verify-block.ts';
import { verifyAfter, type VerifiedPart, type VerifiedStores } from './verify-after.ts';

/** Notes a head where those who can write the record cannot change it. */
export type NoteHead = (head: FeedHead, at: Date) => Promise<void>;

export interface VerificationPorts extends VerifiedStores {
  readonly progress: VerificationStore;
  readonly now: () => Date;
  /** Absent: no heads are noted. */
  readonly noteHead?: NoteHead | undefined;
}

/** The new blocks that one run verifies at most. */
export const newBlocksPerRun = 200;
/** The blocks that are verified once more each hour at most: a full one costs about 225 read units with its commits. */
export const oldBlocksPerHour = 16;

/**
 * Verifies what was recorded since the last run. Once an hour it also verifies the next part of everything before, from
 * the beginning again after the end, and notes the verified head. Returns the first violation, if any, and verifies
 * nothing beyond it until it is mended. Throws when the head could not be noted, and when a store's service fails.
 */
export async function verifyOn(ports: VerificationPorts, hasTime: () => boolean): Promise<RecordBroken | undefined> {
  const { progress, now } = ports;
  const read = await progress.read();
  const before: VerificationProgress = read ?? { verified: emptyFeed, round: emptyFeed };
  const at = now();
  const { head: verified, broken } = await verifyNew(ports, before, hasTime);
  const moved = verified.position > before.verified.position;
  const forward: VerificationProgress = {
    ...withoutViolation(before),
    verified,
    ...(moved && { verifiedAt: at.toISOString() }),
  };
  const hour = at.toISOString().slice(0, 13);
  const isDue = broken === undefined && hour !== before.hour && verified.position > 0;
  const hourly = isDue ? await workHourly(ports, forward, hour, hasTime) : { next: forward };
  const violation = broken ?? hourly.broken;
  const next = violation === undefined ? hourly.next : withViolation(hourly.next, before, violation, at);
  if (JSON.stringify(next) !== JSON.stringify(before)) await progress.replace(read, next);
  if (hourly.failure !== undefined) throw hourly.failure;
  return violation;
}

/** Verifies the new blocks, and that the feed still has the head that was verified. */
async function verifyNew(
  ports: VerificationPorts,
  { verified }: VerificationProgress,
  hasTime: () => boolean,
): Promise<VerifiedPart> {
  const end = await ports.feed.head();
  const broken = (position: number, reason: string) => ({
    head: verified,
    broken: new RecordBroken(`feed position ${position}`, reason),
  });
  if (end.position < verified.position)
    return broken(verified.position, `was verified before, and is missing; the feed ends at ${end.position}`);
  if (end.position > verified.position) return verifyAfter(ports, verified, { blocks: newBlocksPerRun, hasTime });
  if (end.hash === verified.hash) return { head: verified };
  return broken(verified.position, `does not have the hash ${verified.hash} that it was verified with`);
}

interface Hourly {
  readonly next: VerificationProgress;
  readonly broken?: RecordBroken | undefined;
  /** The error of noting the head, which the next run tries again. */
  readonly failure?: unknown;
}

async function workHourly(
  ports: VerificationPorts,
  progress: VerificationProgress,
  hour: string,
  hasTime: () => boolean,
): Promise<Hourly> {
  const { verified, noted = 0 } = progress;
  const { noteHead, now } = ports;
  if (noteHead !== undefined && verified.position > noted) {
    try {
      await noteHead(verified, now());
    } catch (failure) {
      return { next: progress, failure };
    }
  }
  const from = progress.round.position < verified.position ? progress.round : emptyFeed;
  const { head, broken } = await verifyAfter(ports, from, { blocks: oldBlocksPerHour, hasTime, noted: verified });
  const next: VerificationProgress = {
    ...progress,
    round: head,
    ...(head.position >= verified.position && { roundEndedAt: now().toISOString() }),
    ...(noteHead !== undefined && { noted: verified.position }),
    hour,
  };
  return { next, broken };
}

function withoutViolation({ violation: _violation, ...progress }: VerificationProgress): VerificationProgress {
  return progress;
}

/**
 * Adds a violation with the time at which it was found first, and removes the hour, so that each run repeats the hourly
 * work and finds it again.
 */
function withViolation(
  { hour: _hour, ...progress }: VerificationProgress,
  before: VerificationProgress,
  { place, message }: RecordBroken,
  at: Date,
): VerificationProgress {
  const reason = message.slice(place.length + 2);
  const isKnown = before.violation?.place === place && before.violation.reason === reason;
  const foundAt = isKnown ? (before.violation?.foundAt ?? at.toISOString()) : at.toISOString();
  return { ...progress, violation: { place, reason, foundAt } };
}
