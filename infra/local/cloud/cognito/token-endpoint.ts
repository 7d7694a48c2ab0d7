import * as z from 'zod';
import type { HttpResponse } from '#infra/local/cloud/http/http-response.ts';
import type { JwtIssuer } from './jwt-issuer.ts';

const json = (status: number, value: unknown): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json;charset=UTF-8', 'cache-control': 'no-store' },
  body: Buffer.from(JSON.stringify(value)),
});

const formSchema = z.object({
  grant_type: z.string().default('client_credentials'),
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
  scope: z.string().optional(),
  /** Only here: whom the token is for, and its lifetime in seconds, which may be negative. */
  sub: z.string().optional(),
  expires_in: z.coerce.number().int().optional(),
});

/** Serves the issuer's own paths on the port of the API, as Cognito's domain does; returns `undefined` for any other path. */
export async function tokenEndpoint(
  issuer: JwtIssuer,
  request: { method: string; path: string; authorization: string | undefined; body: string; url: string },
): Promise<HttpResponse | undefined> {
  if (request.method === 'GET' && request.path === '/.well-known/jwks.json') return json(200, issuer.publicKeys);
  if (request.method === 'GET' && request.path === '/.well-known/openid-configuration')
    return json(200, {
      issuer: issuer.issuer,
      token_endpoint: `${request.url}/oauth2/token`,
      jwks_uri: `${request.url}/.well-known/jwks.json`,
      grant_types_supported: ['client_credentials'],
      scopes_supported: issuer.scopes,
    });
  if (request.path !== '/oauth2/token') return undefined;
  if (request.method !== 'POST') return json(405, { error: 'invalid_request' });

  const form = formSchema.safeParse(Object.fromEntries(new URLSearchParams(request.body)));
  if (!form.success) return json(400, { error: 'invalid_request', error_description: form.error.issues[0]?.message });
  const { grant_type, client_id, client_secret, scope, sub, expires_in = issuer.lifetime } = form.data;

  const basic = /^Basic (.+)$/i.exec(request.authorization ?? '')?.[1];
  const credentials = basic === undefined ? `${client_id}:${client_secret}` : Buffer.from(basic, 'base64').toString();
  if (credentials !== 'local:local')
    return json(401, { error: 'invalid_client', error_description: 'here the client is local with the secret local' });
  if (grant_type !== 'client_credentials') return json(400, { error: 'unsupported_grant_type' });

  const wanted = scope?.split(' ').filter((name) => name !== '') ?? [];
  const unknown = wanted.filter((name) => !issuer.scopes.includes(name));
  if (unknown.length > 0)
    return json(400, { error: 'invalid_scope', error_description: `no such scope: ${unknown.join(' ')}` });

  const token = await issuer.sign({
    scope: wanted.length === 0 ? undefined : wanted.join(' '),
    sub,
    expiresIn: expires_in,
  });
  return json(200, { access_token: token, expires_in, token_type: 'Bearer' });
}
