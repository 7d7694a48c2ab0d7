import { randomUUID } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import * as z from 'zod';
import type { DataFolder } from '#infra/local/cloud/data-folder/data-folder.ts';

export interface TokenOptions {
  /** Scopes separated by spaces; absent: all that there are. */
  readonly scope?: string | undefined;
  readonly sub?: string | undefined;
  /** Seconds; negative for a token that has expired. */
  readonly expiresIn?: number | undefined;
}

export interface JwtIssuer {
  readonly issuer: string;
  readonly scopes: readonly string[];
  /** Seconds that a token is valid by default. */
  readonly lifetime: number;
  readonly publicKeys: { readonly keys: readonly JWK[] };
  readonly sign: (options?: TokenOptions) => Promise<string>;
}

export interface JwtIssuerSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly lifetime: number;
}

export interface SigningKey {
  readonly privateJwk: JWK;
  readonly publicJwk: JWK;
}

const storedSchema = z.object({ kty: z.literal('RSA'), n: z.string(), e: z.string() }).catchall(z.string());

/** The key of this data folder, made when there is none yet. */
export async function signingKey(data: DataFolder): Promise<SigningKey> {
  const kept = storedSchema.safeParse(data.read('signing-key.json'));
  const privateJwk: JWK = kept.success ? kept.data : await freshKey();
  if (!kept.success) data.write('signing-key.json', privateJwk);
  const { kty = 'RSA', n = '', e = '' } = privateJwk;
  const kid = await calculateJwkThumbprint({ kty, n, e });
  return { privateJwk, publicJwk: { kty, n, e, kid, alg: 'RS256', use: 'sig' } };
}

async function freshKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return exportJWK(privateKey);
}

/** Signs access tokens that look like Cognito's, in the name of the template's user pool. */
export async function jwtIssuer(
  settings: JwtIssuerSettings,
  { privateJwk, publicJwk }: SigningKey,
): Promise<JwtIssuer> {
  const key = await importJWK(privateJwk, 'RS256');
  const { kid = '' } = publicJwk;
  const { issuer, clientId, scopes, lifetime } = settings;
  return {
    issuer,
    scopes,
    lifetime,
    publicKeys: { keys: [publicJwk] },
    sign: async ({ scope = scopes.join(' '), sub = clientId, expiresIn = lifetime } = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const claims = { token_use: 'access', scope, auth_time: now, version: 2, client_id: clientId };
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', kid })
        .setSubject(sub)
        .setIssuer(issuer)
        .setIssuedAt(now)
        .setExpirationTime(now + expiresIn)
        .setJti(randomUUID())
        .sign(key);
    },
  };
}
