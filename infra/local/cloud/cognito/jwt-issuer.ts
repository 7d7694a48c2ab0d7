import { randomUUID } from 'node:crypto';
import { importJWK, type JWK, type JWTPayload, SignJWT } from 'jose';
import { Refusal } from '#infra/local/refusal.ts';
import type { IssuerClient, IssuerSettings } from './issuer-settings.ts';
import type { SigningKey } from './signing-key.ts';

export interface TokenOptions {
  /** The client that asks; absent: the first. */
  readonly client?: string | undefined;
  /** Scopes separated by spaces; absent: all that the client has. */
  readonly scope?: string | undefined;
  /** Absent: the client. */
  readonly sub?: string | undefined;
  /** Seconds; negative for a token that has expired. */
  readonly expiresIn?: number | undefined;
}

export interface JwtIssuer {
  readonly settings: IssuerSettings;
  readonly publicKeys: { readonly keys: readonly JWK[] };
  /** The client of an id; `local` is the first client. */
  readonly clientNamed: (id: string) => IssuerClient | undefined;
  /** Signs an access token as client credentials give it. */
  readonly sign: (options?: TokenOptions) => Promise<string>;
  /** Signs claims, with issuer, times and an id. */
  readonly signClaims: (claims: JWTPayload, expiresIn: number) => Promise<string>;
}

/** Signs tokens that look like Cognito's, in the name of the template's user pool. */
export async function jwtIssuer(settings: IssuerSettings, { privateJwk, publicJwk }: SigningKey): Promise<JwtIssuer> {
  const key = await importJWK(privateJwk, 'RS256');
  const { kid = '' } = publicJwk;
  const [first] = settings.clients;
  const clientNamed = (id: string) => (id === 'local' ? first : settings.clients.find((client) => client.id === id));

  const signClaims: JwtIssuer['signClaims'] = async (claims, expiresIn) => {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ auth_time: now, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid })
      .setIssuer(settings.issuer)
      .setIssuedAt(now)
      .setExpirationTime(now + expiresIn)
      .setJti(randomUUID())
      .sign(key);
  };
  return {
    settings,
    publicKeys: { keys: [publicJwk] },
    clientNamed,
    signClaims,
    sign: async ({ client: name = 'local', scope, sub, expiresIn } = {}) => {
      const client = clientNamed(name);
      if (client === undefined) throw new Refusal(`There is no client ${name}: ${clientIds(settings)}`);
      return signClaims(
        {
          sub: sub ?? client.id,
          token_use: 'access',
          scope: scope ?? client.scopes.join(' '),
          version: 2,
          client_id: client.id,
        },
        expiresIn ?? client.lifetime,
      );
    },
  };
}

/** Lists the clients, for those who name another. */
export const clientIds = ({ clients }: IssuerSettings): string => clients.map(({ id }) => id).join(', ');
