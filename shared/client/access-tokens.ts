import { systemTiming, type Clock } from '#shared/clock.ts';
import { ApiUnreachable } from './api-problem.ts';

/** Gives access tokens. */
export interface AccessTokens {
  /** Returns a token that is still good for a while; concurrent callers share one request. */
  readonly token: () => Promise<string>;
  /** Forgets a token that the API refused, so that the next one is new. */
  readonly forget: (token: string) => void;
}

/** A machine client of the user pool. */
export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The token endpoint; `/oauth2/token` at the API's address where it is absent, as the local cloud has it. */
  readonly tokenUrl?: string | undefined;
  /** Scopes, separated by spaces; absent: all that the client has. */
  readonly scope?: string;
}

/** The endpoint gave no token. */
export class NoToken extends Error {
  override readonly name = 'NoToken';
}

/** A token with its lifetime in seconds. */
export interface IssuedToken {
  readonly token: string;
  readonly expiresIn: number;
}

/**
 * Milliseconds before its end at which a token is renewed, at most: short-lived ones after nine tenths of their life.
 */
const renewedBeforeMs = 60_000;

/** Renews a token shortly before it expires. */
export function renewedTokens(
  request: () => Promise<IssuedToken>,
  clock: Pick<Clock, 'now'> = systemTiming,
): AccessTokens {
  let current: Issued | undefined;
  let requested: Promise<Issued> | undefined;
  const issue = async (): Promise<Issued> => {
    const asked = clock.now();
    const { token, expiresIn } = await request();
    const lifetime = expiresIn * 1000;
    current = { token, renewAt: asked + lifetime - Math.min(renewedBeforeMs, lifetime / 10) };
    return current;
  };
  const shared = async (): Promise<Issued> => {
    requested ??= issue().finally(() => (requested = undefined));
    return requested;
  };
  return {
    token: async () => {
      const held = current !== undefined && current.renewAt > clock.now() ? current : await shared();
      return held.token;
    },
    forget: (token) => {
      if (current?.token === token) current = undefined;
    },
  };
}

interface Issued {
  readonly token: string;
  /** On the clock. */
  readonly renewAt: number;
}

/** Uses one token as long as it lasts. */
export const givenToken = (token: string): AccessTokens => ({ token: async () => token, forget: () => undefined });

/** The form of the client credentials grant (RFC 6749, 4.4). */
export const credentialsForm = ({ clientId, clientSecret, scope }: ClientCredentials): Record<string, string> => ({
  grant_type: 'client_credentials',
  client_id: clientId,
  client_secret: clientSecret,
  ...(scope !== undefined && { scope }),
});

/** Requests a token with a form; throws `NoToken` with the reason of the endpoint. */
export async function requestToken(
  tokenUrl: URL | string,
  form: Readonly<Record<string, string>>,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<IssuedToken> {
  const body = new URLSearchParams(form);
  const response = await fetch(tokenUrl, { method: 'POST', body }).catch((error: unknown) => {
    throw new ApiUnreachable(`Nothing responds at ${new URL(tokenUrl).origin}`, { cause: error });
  });
  const reply = await response.json().catch(() => ({}));
  const { access_token: token, expires_in: expiresIn = 3600, error, error_description: detail } = reply as TokenReply;
  if (response.ok && token !== undefined) return { token, expiresIn };
  throw new NoToken(`No token: ${error ?? `status ${response.status}`}${detail === undefined ? '' : `, ${detail}`}`);
}

interface TokenReply {
  readonly access_token?: string;
  readonly expires_in?: number;
  readonly error?: string;
  readonly error_description?: string;
}
