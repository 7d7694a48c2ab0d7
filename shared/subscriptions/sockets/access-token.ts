import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import * as z from 'zod';
import type { Clients } from '#shared/identity/clients.ts';

/** The subject and the client of a token, and its expiry (ISO 8601, UTC). */
export interface Caller {
  readonly subject: string;
  readonly client: string;
  readonly expiresAt: string;
}

/** Reports why a token is refused for a socket. */
export interface Refused {
  readonly refused: string;
}

/** Verifies a token; throws when the keys are not available. */
export type VerifyToken = (token: string) => Promise<Caller | Refused>;

export interface TokenSettings {
  readonly issuer: string;
  /** The clients whose tokens are accepted. */
  readonly clients: Clients;
  readonly keys: JWTVerifyGetKey;
}

/** The scopes of which a socket requires one: it shows what the feed shows. */
const scopes = ['chancery/read', 'chancery/subscribe'];

const Claims = z.object({
  sub: z.string(),
  exp: z.int(),
  client_id: z.string(),
  token_use: z.literal('access'),
  scope: z.string().transform((text) => text.split(' ')),
});

/** Fetches the public keys at an address when a token names an unknown one. */
export const keysAt = (url: string): JWTVerifyGetKey => createRemoteJWKSet(new URL(url), { timeoutDuration: 3000 });

/** The errors that mean that the keys are not available, whatever the token. */
const aboutKeys = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_INVALID', 'ERR_JWKS_TIMEOUT']);

/** Verifies access tokens of a user pool: signature, issuer, client, times and scope. */
export const tokenVerifier =
  ({ issuer, clients, keys }: TokenSettings): VerifyToken =>
  async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, { issuer, algorithms: ['RS256'] });
      const claims = Claims.safeParse(payload);
      if (!claims.success) return { refused: `Not an access token: ${claims.error.issues[0]?.path.join('.')}` };
      const { sub: subject, exp, client_id, scope } = claims.data;
      if (!clients.has(client_id)) return { refused: 'The token was given to another client' };
      if (!scope.some((one) => scopes.includes(one))) return { refused: `The token has none of ${scopes.join(', ')}` };
      return { subject, client: client_id, expiresAt: new Date(exp * 1000).toISOString() };
    } catch (error) {
      if (error instanceof errors.JOSEError && !aboutKeys.has(error.code)) return { refused: error.message };
      throw error;
    }
  };
