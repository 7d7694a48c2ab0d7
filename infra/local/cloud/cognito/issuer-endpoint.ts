import type { HttpResponse } from '#infra/local/cloud/http/http-response.ts';
import { authorizeEndpoint, type CodeGrant } from './authorize-endpoint.ts';
import { expiringEntries } from './expiring-entries.ts';
import type { IssuerRequest } from './issuer-request.ts';
import type { JwtIssuer } from './jwt-issuer.ts';
import type { IssueTokens } from './person-tokens.ts';
import { tokenEndpoint } from './token-endpoint.ts';

/** Pages of any origin may ask for tokens and keys, as in Cognito. */
const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, content-type',
  'access-control-allow-methods': 'GET, POST',
};

const json = (status: number, value: unknown): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json;charset=UTF-8', 'cache-control': 'no-store', ...cors },
  body: Buffer.from(JSON.stringify(value)),
});

/** Serves the issuer's own paths on the port of the API, as Cognito's domain does; `undefined` for any other path. */
export function issuerEndpoint(issuer: JwtIssuer, issueTokens: IssueTokens, url: string) {
  const codes = expiringEntries<CodeGrant>();
  const tokens = tokenEndpoint(issuer, codes, issueTokens);
  const { authorize, logOut } = authorizeEndpoint(issuer, codes);

  const metadata = {
    issuer: issuer.settings.issuer,
    authorization_endpoint: `${url}/oauth2/authorize`,
    token_endpoint: `${url}/oauth2/token`,
    end_session_endpoint: `${url}/logout`,
    jwks_uri: `${url}/.well-known/jwks.json`,
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
    grant_types_supported: ['client_credentials', 'authorization_code', 'refresh_token'],
    scopes_supported: [...new Set(issuer.settings.clients.flatMap(({ scopes }) => scopes))],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
  };
  const paths: Readonly<Record<string, Readonly<Record<string, (request: IssuerRequest) => Promise<HttpResponse>>>>> = {
    '/.well-known/jwks.json': { GET: async () => json(200, issuer.publicKeys) },
    '/.well-known/openid-configuration': { GET: async () => json(200, metadata) },
    '/oauth2/authorize': { GET: async (request) => authorize(request), POST: async (request) => authorize(request) },
    '/logout': { GET: async (request) => logOut(request) },
    '/oauth2/token': {
      POST: async (request) => {
        const { status, body } = await tokens(request);
        return json(status, body);
      },
    },
  };
  return async (request: IssuerRequest): Promise<HttpResponse | undefined> => {
    const methods = Object.hasOwn(paths, request.path) ? paths[request.path] : undefined;
    if (methods === undefined) return undefined;
    if (request.method === 'OPTIONS') return { status: 204, headers: cors, body: Buffer.of() };
    return methods[request.method]?.(request) ?? json(405, { error: 'invalid_request' });
  };
}
