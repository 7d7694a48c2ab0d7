import { computed, signal } from '@preact/signals';
import type { EventFilter } from '#shared/client/api-schema.ts';
import { follow, type FollowPorts } from '#shared/client/follow.ts';
import type { EventAsRead } from './api-types.ts';
import { browserTiming } from './clock.ts';
import { rawGet, send } from './http.ts';
import { currentToken, isSignedIn } from './session.ts';
import { settings } from './settings.ts';

/** Events that are kept to be shown; older ones are on the timelines. */
const mostKept = 200;
/** The pause before the record is asked again after an error, in milliseconds. */
const pauseMs = 1000;

/** What has come since the page was opened, the newest first. */
export const news = signal<readonly EventAsRead[]>([]);

/** The position up to which the reader has seen the news. */
const seen = signal(0);

export const unread = computed(() => news.value.filter(({ position = 0 }) => position > seen.value).length);

/** Whether a live connection is open now. */
export const isConnected = signal(false);

export function markAsRead(): void {
  seen.value = Math.max(seen.value, ...news.value.map(({ position = 0 }) => position));
}

/** A socket that says whether it is open. */
class ObservedSocket extends WebSocket {
  constructor(url: string | URL, protocols?: string | string[]) {
    super(url, protocols);
    this.addEventListener('open', () => {
      isConnected.value = true;
    });
    this.addEventListener('close', () => {
      isConnected.value = false;
    });
  }
}

const ports: FollowPorts = {
  call: {
    get: async (path, query, options) => rawGet(path, query, options),
    post: async (path, body) => send(path, { method: 'POST', body }),
  },
  tokens: { token: async () => (await currentToken()) ?? '', forget: () => undefined },
  timing: browserTiming,
  sockets: { url: settings.socketUrl, WebSocket: ObservedSocket },
};

/** Follows the record from now on, without gap or double, over as many connections as it takes. */
export async function followRecord(filter: EventFilter = {}): Promise<void> {
  let after: string | undefined;
  while (isSignedIn.peek()) {
    try {
      for await (const event of follow(ports, filter, { after, onCursor: (cursor) => (after = cursor) })) {
        news.value = [event as unknown as EventAsRead, ...news.value].slice(0, mostKept);
      }
    } catch {
      isConnected.value = false; // the next round goes on after the last cursor
    }
    await browserTiming.pause(pauseMs);
  }
}
