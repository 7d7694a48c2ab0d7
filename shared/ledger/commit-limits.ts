import { RuleViolated } from '#shared/domain/streams/decider.ts';
import { CommitTooLarge } from './append-errors.ts';
import type { Commit } from './commit.ts';
import { maxTransactionItems } from './decisions.ts';

/** At most this many events in a commit. */
export const maxEvents = 100;
/** At most this many bytes of recorded events in a commit (a DynamoDB item holds 400 KB). */
const maxCommitBytes = 200 * 1024;
/** At most this many bytes in one recorded event. */
const maxEventBytes = 64 * 1024;

/** At most this many bytes has the item of a commit: events, state and all else. DynamoDB takes 400 KB. */
export const maxItemBytes = 256 * 1024;
/**
 * At most this many decisions change with a commit: DynamoDB writes 100 items at once, of which one is the commit and
 * one an Idempotency-Key.
 */
const maxChanges = maxTransactionItems - 2;

/** Refuses more events than a commit holds; throws CommitTooLarge. */
export function requireFewEnough(count: number): void {
  if (count > maxEvents) throw new CommitTooLarge(`A commit holds at most ${maxEvents} events, not ${count}`, '');
}

/** Refuses events, as JSON, that are larger than one or a commit of them may be; throws CommitTooLarge. */
export function requireSmallEnough(events: readonly string[]): void {
  let all = 1 + Math.max(events.length, 1); // brackets and commas
  for (const [index, json] of events.entries()) {
    const bytes = Buffer.byteLength(json);
    if (bytes > maxEventBytes) {
      throw new CommitTooLarge(`An event holds at most ${maxEventBytes} bytes, not ${bytes}`, `/${index}`);
    }
    all += bytes;
  }
  if (all > maxCommitBytes) {
    throw new CommitTooLarge(`A commit holds at most ${maxCommitBytes} bytes, not ${all}`, '');
  }
}

/** Throws CommitTooLarge when the item of a commit exceeds the limit. */
export function requireItemFits(commit: Commit): void {
  const bytes = Object.entries(commit).reduce(
    (sum, [name, value]) => sum + name.length + Buffer.byteLength(String(value)),
    0,
  );
  if (bytes > maxItemBytes) {
    throw new CommitTooLarge(`The item of a commit holds at most ${maxItemBytes} bytes, not ${bytes}`, '');
  }
}

/** Refuses more changes than can be written with a commit; throws RuleViolated. */
export function requireFewEnoughChanges(count: number): void {
  if (count <= maxChanges) return;
  throw new RuleViolated(
    'too-many-changes',
    `A commit changes at most ${maxChanges} items of what later ones are decided on, not ${count}: one for each corrected event, two for a ` +
      'retraction, three for a merge, one for each part and two for each tree; record these events in several commits',
  );
}
