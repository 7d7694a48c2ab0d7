import { createHash } from 'node:crypto';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { oncePer } from '#shared/domain/once-per.ts';
import type { NewEvent } from '#shared/domain/events/new-event.ts';
import type { StreamDecider, StreamState } from '#shared/domain/streams/correctable.ts';
import { type RecordedEvent, readEvent } from '#shared/domain/events/recorded-event.ts';
import { CommitTooLarge } from './append-errors.ts';
import { type Commit, lastVersion } from './commit.ts';
import { type DecisionChange, stateKey } from './decisions.ts';
import type { DecisionReader, LedgerReader } from './ledger.ts';

/** At most this many bytes of a decider's state are kept in each commit; a larger one is an item of its own. */
export const maxInlineStateBytes = 3 * 1024;
/** At most this many bytes has a decider's state: more than every party of the list of codes makes with every act. */
export const maxStateBytes = 128 * 1024;

/** The number of the fold whose states stand in commits of the first format, as the first element of a list. */
const firstFormatFold = '3:';

/**
 * A state as a commit holds it, JSON after `<fold>:`. The own state, or `null`: then a correction has made it stale,
 * or, with a digest, it is an item of its own. And the last version that was recorded in the first format, 0 when none
 * was.
 */
type Stored = readonly [own: unknown, olderUpTo?: number, digest?: string];

export interface StoredState {
  readonly text: string;
  /** The write of the state, where it is an item of its own. */
  readonly changes: readonly DecisionChange[];
}

/** Places a decider's state in its commit or in an item of its own. Throws CommitTooLarge. */
export function storedState(
  decider: StreamDecider,
  stream: string,
  head: Omit<Commit, 'request'> | undefined,
  [own]: StreamState,
): StoredState {
  const older = olderUpTo(head);
  const data = JSON.stringify(own);
  const bytes = Buffer.byteLength(data);
  const stored = (...content: Stored) => `${decider.fold}:${JSON.stringify(content)}`;
  if (bytes <= maxInlineStateBytes) {
    return { text: older === 0 ? stored(own) : stored(own, older), changes: [] };
  }
  if (bytes > maxStateBytes) {
    const message = `What ${stream} remembers of its parties holds at most ${maxStateBytes} bytes, not ${bytes}`;
    throw new CommitTooLarge(message, '');
  }
  const digest = digestOf(data);
  const isKept = head?.format !== undefined && storedIn(head)[2] === digest;
  const next = { revision: lastVersion(head) + 1, data };
  return {
    text: stored(null, older, digest),
    changes: isKept ? [] : [{ key: stateKey(stream), expected: 'any', next }],
  };
}

/**
 * The last version of a stream that was recorded in the first format, when corrections did not change decisions; 0 when
 * none was.
 */
export function olderUpTo(head: Omit<Commit, 'request'> | undefined): number {
  if (head === undefined) return 0;
  if (head.format === undefined) return lastVersion(head);
  return storedIn(head)[1] ?? 0;
}

/** The state at the head is an item that was written since by a later commit: the head is not the head any more. */
export class StateMoved extends Error {}

/**
 * The state at the head that some events are decided on: out of the head itself, out of its own item or, where another
 * version of the fold made it or it is stale, from the stream anew; corrections are not decided on it, so that it stays
 * stale for them. Throws StateMoved.
 */
export async function currentState(
  ledger: Pick<LedgerReader, 'commits'> & DecisionReader,
  decider: StreamDecider,
  head: Commit | undefined,
  events: readonly NewEvent[],
): Promise<StreamState> {
  if (head === undefined) return decider.initialState;
  const kept = (await keptState(ledger, decider, head)) ?? stale;
  if (!decider.isStale(kept) || events.every(isCorrection)) return kept;
  return decider.foldAnew(await eventsUpTo(ledger, head));
}

const stale: StreamState = [null];

async function eventsUpTo(ledger: Pick<LedgerReader, 'commits'>, head: Commit): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const commit of ledger.commits(head.stream, { direction: 'forward' })) {
    if (commit.version > head.version) break;
    events.push(...eventsOf(commit));
  }
  return events;
}

/** Whether the current fold made the state of a commit. */
export const isReadable = (decider: StreamDecider, { format, state }: Pick<Commit, 'format' | 'state'>): boolean =>
  state.startsWith(format === undefined ? firstFormatFold : `${decider.fold}:`);

/** Whether a commit says that a correction has made its state stale. */
export function isStoredStale(commit: Pick<Commit, 'format' | 'state'>): boolean {
  const [own, , digest] = storedIn(commit);
  return own === null && (commit.format === undefined || digest === undefined);
}

async function keptState(
  ledger: DecisionReader,
  decider: StreamDecider,
  head: Commit,
): Promise<StreamState | undefined> {
  if (!isReadable(decider, head)) return undefined;
  const [own, , digest] = storedIn(head);
  if (head.format === undefined || digest === undefined) return [own];
  const key = stateKey(head.stream);
  const data = (await ledger.decisions([key])).get(key)?.data ?? '';
  if (digestOf(data) !== digest) throw new StateMoved(`The state of ${head.stream} is not that of its head`);
  return [JSON.parse(data)];
}

const storedIn = ({ state }: Pick<Commit, 'state'>): Stored => JSON.parse(state.slice(state.indexOf(':') + 1));

const digestOf = (data: string): string => createHash('sha256').update(data).digest('base64url');

/** The recorded events of a commit, in the shape of today's schemas. */
export const eventsOf = (commit: Pick<Commit, 'stream' | 'version' | 'events'>): RecordedEvent[] =>
  storedEventsOf(commit).map((stored, index) =>
    readEvent(stored, { stream: commit.stream, version: commit.version + index }),
  );

/** Parses the events of a commit, once for all its readers. */
const storedEventsOf = oncePer(({ events }: Pick<Commit, 'events'>): readonly unknown[] => JSON.parse(events));
