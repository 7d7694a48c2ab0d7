import type { Timing } from '#shared/clock.ts';
import type { AccessTokens } from './access-tokens.ts';
import type { ApiCall } from './api-call.ts';
import { ApiProblem } from './api-problem.ts';
import type { EventFilter, RecordedEvent } from './api-schema.ts';
import { feedQuery } from './feed-query.ts';
import { feedPages } from './feed-pages.ts';
import { socketMessages } from './socket-messages.ts';

export interface FollowPorts {
  readonly call: ApiCall;
  readonly tokens: AccessTokens | undefined;
  readonly timing: Timing;
  /** Absent: follow by long poll. */
  readonly sockets: { readonly url: string; readonly WebSocket: typeof globalThis.WebSocket } | undefined;
}

export interface FollowOptions {
  /** A cursor of the feed, of a message or of a webhook; `beginning`; or absent: from now on. */
  readonly after?: string | undefined;
  /** Is told the cursor after an event once the event has been dealt with: keep it to go on from there later. */
  readonly onCursor?: ((cursor: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Seconds of a long poll. */
const wait = 20;
/** Connections that may end in a row before one was opened: then there are no sockets here. */
const mostUnopened = 2;
const longestPauseMs = 10_000;

interface Progress {
  cursor: string | undefined;
  position: number;
}

/**
 * Follows the feed without gap or double: on a live socket, which is opened again after the last cursor whenever it
 * ends, or by long poll where no socket can be opened. Ends when the signal says so.
 */
export async function* follow(
  ports: FollowPorts,
  filter: EventFilter,
  { after, onCursor, signal }: FollowOptions,
): AsyncGenerator<RecordedEvent> {
  const progress: Progress = { cursor: after, position: 0 };
  try {
    for await (const { event, cursor } of steps(ports, filter, progress, signal)) {
      if (event !== undefined && (event.position ?? 0) > progress.position) {
        yield event;
        progress.position = event.position ?? 0;
      }
      progress.cursor = cursor;
      onCursor?.(cursor);
    }
  } catch (error) {
    if (signal?.aborted !== true) throw error;
  }
}

interface Step {
  readonly event?: RecordedEvent;
  readonly cursor: string;
}

async function* steps(
  ports: FollowPorts,
  filter: EventFilter,
  progress: Progress,
  signal: AbortSignal | undefined,
): AsyncGenerator<Step> {
  for (let failed = 0; ports.sockets !== undefined && failed < mostUnopened; failed += 1) {
    for await (const step of socketSteps(ports, ports.sockets, filter, progress, signal)) {
      failed = -1;
      yield step;
    }
    if (signal?.aborted === true) return;
    await ports.timing.pause(Math.min(100 * 2 ** Math.max(failed, 0), longestPauseMs) * (0.5 + ports.timing.random()));
  }
  yield* pollSteps(ports, filter, progress, signal);
}

/** What one connection brings. */
async function* socketSteps(
  { tokens, call }: FollowPorts,
  sockets: NonNullable<FollowPorts['sockets']>,
  filter: EventFilter,
  { cursor: after }: Progress,
  signal: AbortSignal | undefined,
): AsyncGenerator<Step> {
  const token = await tokens?.token();
  for await (const message of socketMessages({ ...sockets, token, filter, after, signal })) {
    switch (message.type) {
      case 'event': {
        const { data, dataref } = message.event;
        const event = dataref === undefined ? data : ((await (await call.get(dataref)).json()) as RecordedEvent);
        yield { event, cursor: message.cursor };
        break;
      }
      case 'subscribed':
      case 'cursor':
        yield { cursor: message.cursor };
        break;
      case 'closing':
        if (message.reason === 'token-expired' && token !== undefined) tokens?.forget(token);
        break;
      case 'error':
        throw new ApiProblem(message.problem);
      case 'ended':
        if (!message.opened && token !== undefined) tokens?.forget(token); // perhaps it was refused
    }
  }
}

/** What long polls bring; without a cursor, from the end of the feed on. */
async function* pollSteps(
  { call }: FollowPorts,
  filter: EventFilter,
  progress: Progress,
  signal: AbortSignal | undefined,
): AsyncGenerator<Step> {
  const query = feedQuery(filter);
  if (progress.cursor === undefined) {
    for await (const { next } of feedPages(call, { query, wait: 0, signal })) progress.cursor = next;
    if (progress.cursor !== undefined) yield { cursor: progress.cursor };
  }
  const after = progress.cursor === 'beginning' ? undefined : progress.cursor;
  for await (const { items, next } of feedPages(call, { query, after, wait, signal })) {
    for (const [index, event] of items.entries()) {
      // Only the page has a cursor: after its last event it is safe to go on from there.
      yield { event, cursor: index === items.length - 1 ? next : (progress.cursor ?? 'beginning') };
    }
    if (items.length === 0) yield { cursor: next };
  }
}
