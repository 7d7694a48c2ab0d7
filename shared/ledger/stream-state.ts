import type { Decider } from '../domain/decider.ts';
import type { NewEvent } from '../domain/new-event.ts';
import { readEvent } from '../domain/recorded-event.ts';
import type { Commit } from './commit.ts';
import type { LedgerReader } from './ledger.ts';

type StreamDecider = Decider<unknown, NewEvent>;

/** A decider's state as it is kept in a commit: the fold's version, a colon, JSON. */
export const storedState = (decider: StreamDecider, state: unknown): string =>
  `${decider.fold}:${JSON.stringify(state)}`;

/** The state at the head: out of the head itself, or, when another version of the fold made that, from the stream anew. */
export async function foldStream(
  ledger: LedgerReader,
  decider: StreamDecider,
  stream: string,
  head: Commit | undefined,
): Promise<unknown> {
  if (head === undefined) return decider.initialState;
  const prefix = `${decider.fold}:`;
  if (head.state.startsWith(prefix)) return JSON.parse(head.state.slice(prefix.length));
  let state = decider.initialState;
  for await (const commit of ledger.commits(stream, { direction: 'forward' })) {
    if (commit.version > head.version) break;
    for (const event of eventsOf(commit)) state = decider.evolve(state, event);
  }
  return state;
}

/** The recorded events of a commit, in the shape of today's schemas. */
export const eventsOf = (commit: Pick<Commit, 'stream' | 'version' | 'events'>, position?: number) =>
  storedEventsOf(commit.events).map((stored, index) =>
    readEvent(stored, {
      stream: commit.stream,
      version: commit.version + index,
      ...(position !== undefined && { position: position + index }),
    }),
  );

const storedEventsOf = (json: string): unknown[] => JSON.parse(json);
