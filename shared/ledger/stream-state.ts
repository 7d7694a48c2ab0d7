import type { Corrected, StreamDecider } from '#shared/domain/streams/correctable.ts';
import { type RecordedEvent, readEvent } from '#shared/domain/events/recorded-event.ts';
import type { Commit } from './commit.ts';
import type { LedgerReader } from './ledger.ts';

/** A decider's state as it is kept in a commit: the fold's version, a colon, JSON. */
export const storedState = (decider: StreamDecider, state: Corrected): string =>
  `${decider.fold}:${JSON.stringify(state)}`;

/** The state at the head: out of the head itself, or, where another version of the fold made that or it is stale, from the stream anew. */
export async function foldStream(
  ledger: Pick<LedgerReader, 'commits'>,
  decider: StreamDecider,
  stream: string,
  head: Commit | undefined,
): Promise<Corrected> {
  if (head === undefined) return decider.initialState;
  const prefix = `${decider.fold}:`;
  if (head.state.startsWith(prefix)) {
    const state: Corrected = JSON.parse(head.state.slice(prefix.length));
    if (!decider.isStale(state)) return state;
  }
  const events: RecordedEvent[] = [];
  for await (const commit of ledger.commits(stream, { direction: 'forward' })) {
    if (commit.version > head.version) break;
    events.push(...eventsOf(commit));
  }
  return decider.foldAnew(events);
}

/** The recorded events of a commit, in the shape of today's schemas. */
export const eventsOf = (commit: Pick<Commit, 'stream' | 'version' | 'events'>): RecordedEvent[] =>
  storedEventsOf(commit.events).map((stored, index) =>
    readEvent(stored, { stream: commit.stream, version: commit.version + index }),
  );

const storedEventsOf = (json: string): unknown[] => JSON.parse(json);
