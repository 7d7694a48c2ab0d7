import type { Timing } from '#shared/clock.ts';
import type { AccessTokens } from './access-tokens.ts';
import { ApiUnreachable, problemOf } from './api-problem.ts';

export interface Resilience {
  readonly fetch: typeof globalThis.fetch;
  readonly tokens: AccessTokens | undefined;
  readonly timing: Timing;
}

/** Sends a request; `repeatable` says that it may be sent again when it is not known whether it was received. */
export type Send = (url: URL, init: RequestInit, repeatable: boolean) => Promise<Response>;

/** Attempts of one request. */
const attempts = 6;
/** Milliseconds that one request waits between its attempts, in all; a longer `Retry-After` ends it. */
export const longestWaitMs = 60_000;
const firstWaitMs = 200;

/** Statuses that say "later". Of these, 429 alone also says that nothing was done. */
const later = new Set([429, 502, 503, 504]);

/**
 * Sends requests with a token, renews a token that is refused once, and repeats what may be repeated after the time
 * that `Retry-After` names. Throws `ApiProblem` for a response that is no success, `ApiUnreachable` when there is none.
 */
export function resilientSend({ fetch, tokens, timing }: Resilience): Send {
  return async (url, init, repeatable) => {
    let waited = 0;
    let renewed = false;
    for (let attempt = 1; ; attempt += 1) {
      const token = await tokens?.token();
      const response = await sendOnce(fetch, url, init, token);
      if (response instanceof Response && (response.ok || response.status === 304)) return response;
      if (response instanceof Response && response.status === 401 && token !== undefined && !renewed) {
        renewed = true;
        tokens?.forget(token);
        discard(response);
        continue;
      }
      const wait = waitAfter(response, attempt, timing);
      const again = mayRepeat(response, repeatable) && attempt < attempts && waited + wait <= longestWaitMs;
      if (!again) throw response instanceof Response ? await problemOf(response) : response;
      if (response instanceof Response) discard(response);
      await timing.pause(wait);
      init.signal?.throwIfAborted();
      waited += wait;
    }
  };
}

/** Frees the connection of a response that nobody reads. */
const discard = (response: Response): void => void response.body?.cancel().catch(() => undefined);

async function sendOnce(
  fetch: typeof globalThis.fetch,
  url: URL,
  init: RequestInit,
  token: string | undefined,
): Promise<Response | ApiUnreachable> {
  const headers = new Headers(init.headers);
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  try {
    return await fetch(url, { ...init, headers });
  } catch (error) {
    init.signal?.throwIfAborted();
    return new ApiUnreachable(`Nothing responds at ${url.origin}`, { cause: error });
  }
}

const mayRepeat = (response: Response | ApiUnreachable, repeatable: boolean): boolean =>
  response instanceof Response ? response.status === 429 || (repeatable && later.has(response.status)) : repeatable;

/** Milliseconds until the next attempt: as `Retry-After` says (seconds, or a date), else longer each time. */
function waitAfter(response: Response | ApiUnreachable, attempt: number, { random }: Timing): number {
  const after = response instanceof Response ? response.headers.get('retry-after') : null;
  if (after !== null && /^\d+$/.test(after)) return Number(after) * 1000;
  if (after !== null && !Number.isNaN(Date.parse(after))) return Math.max(Date.parse(after) - Date.now(), 0);
  return firstWaitMs * 2 ** (attempt - 1) * (0.5 + random() / 2);
}
