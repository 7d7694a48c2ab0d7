import { createLocalJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import { gatewayProblem } from './gateway-problem.ts';
import type { HttpResponse } from './http-response.ts';
import type { JwtIssuer } from '#infra/local/cloud/cognito/jwt-issuer.ts';

export interface AuthorizerSettings {
  readonly issuer: string;
  readonly audience: readonly string[];
}

export interface Authorized {
  /** Every claim as text, as API Gateway passes it to the function. */
  readonly claims: Record<string, string>;
  /** The token's scopes when the route asks for any, else `null`. */
  readonly scopes: string[] | null;
}

export type Authorizer = (
  authorization: string | undefined,
  requiredScopes: readonly string[],
) => Promise<{ authorized: Authorized } | { refused: HttpResponse }>;

/**
 * Authorizes as API Gateway's JWT authorizer does: signature, issuer, audience or client, times, and any one of the
 * route's scopes.
 */
export function jwtAuthorizer(settings: AuthorizerSettings, publicKeys: JwtIssuer['publicKeys']): Authorizer {
  const keys = createLocalJWKSet({ keys: [...publicKeys.keys] });

  return async (authorization, requiredScopes) => {
    if (authorization === undefined || authorization.trim() === '')
      return {
        refused: gatewayProblem('unauthorized', 'The request has no Authorization header with a bearer token', {
          'www-authenticate': 'Bearer',
        }),
      };
    const token = authorization.replace(/^Bearer +/i, '');
    let payload: JWTPayload;
    try {
      ({ payload } = await jwtVerify(token, keys, { algorithms: ['RS256'] }));
    } catch (error) {
      return unauthorized(reason(error));
    }
    if (payload.iss !== settings.issuer)
      return unauthorized(`The token was issued by ${payload.iss}, not ${settings.issuer}`);
    if (payload.exp === undefined) return unauthorized('The token never expires');
    if (payload.iat !== undefined && payload.iat > Date.now() / 1000 + 1)
      return unauthorized('The token was issued in the future');
    const audiences = payload.aud === undefined ? [payload['client_id']] : [payload.aud].flat();
    if (!audiences.some((audience) => typeof audience === 'string' && settings.audience.includes(audience)))
      return unauthorized('The token is for another audience');

    const scopes = typeof payload['scope'] === 'string' ? payload['scope'].split(' ') : [];
    if (requiredScopes.length > 0 && !requiredScopes.some((scope) => scopes.includes(scope)))
      return {
        refused: gatewayProblem('forbidden', `The token lacks the scope ${requiredScopes.join(' or ')}`, {
          'www-authenticate': `Bearer scope="${requiredScopes.join(' ')}" error="insufficient_scope"`,
        }),
      };
    return { authorized: { claims: textClaims(payload), scopes: requiredScopes.length > 0 ? scopes : null } };
  };
}

const unauthorized = (detail: string) => ({
  refused: gatewayProblem('unauthorized', detail, {
    'www-authenticate': `Bearer scope="" error="invalid_token" error_description="${detail.replaceAll('"', "'")}"`,
  }),
});

function reason(error: unknown): string {
  if (error instanceof errors.JWTExpired) return `The token expired at ${isoTime(error.payload.exp)}`;
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'nbf')
    return `The token is not valid before ${isoTime(error.payload.nbf)}`;
  if (error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JWKSNoMatchingKey)
    return 'The token was not signed by this issuer';
  return 'The token is malformed';
}

const isoTime = (seconds = 0): string => new Date(seconds * 1000).toISOString();

function textClaims(payload: JWTPayload): Record<string, string> {
  return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, asText(value)]));
}

function asText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.join(' ')}]`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
