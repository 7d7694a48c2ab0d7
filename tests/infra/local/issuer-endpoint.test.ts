import { createHash } from 'node:crypto';
import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { openDataFolder } from '#infra/local/cloud/data-folder/data-folder.ts';
import { expiringEntries } from '#infra/local/cloud/cognito/expiring-entries.ts';
import { issuerEndpoint } from '#infra/local/cloud/cognito/issuer-endpoint.ts';
import { jwtIssuer } from '#infra/local/cloud/cognito/jwt-issuer.ts';
import { personTokens } from '#infra/local/cloud/cognito/person-tokens.ts';
import { signingKey } from '#infra/local/cloud/cognito/signing-key.ts';
import { issuerClient } from '#tests/support/issuer-client.ts';

const back = 'http://127.0.0.1:3000/explore';
const settings = {
  issuer: 'https://pool.example',
  poolId: 'pool',
  clients: [
    issuerClient({ id: 'workbench', scopes: ['chancery/append', 'chancery/read'] }),
    issuerClient({ id: 'partner', scopes: ['chancery/read'] }),
    issuerClient({
      id: 'explorer',
      scopes: ['openid', 'chancery/append', 'chancery/read'],
      flows: ['code'],
      hasSecret: false,
      callbackUrls: [back],
      logoutUrls: [back],
    }),
  ] as const,
};
const issuer = await jwtIssuer(settings, await signingKey(openDataFolder('memory')));
const serve = issuerEndpoint(issuer, personTokens(issuer, new Map()), 'http://127.0.0.1:3000');

interface Sent {
  readonly query?: Record<string, string>;
  readonly form?: Record<string, string>;
  readonly authorization?: string;
  readonly cookie?: string | undefined;
}
async function send(method: string, path: string, { query = {}, form = {}, authorization, cookie }: Sent = {}) {
  const body = new URLSearchParams(form).toString();
  const reply = await serve({ method, path, query: new URLSearchParams(query), authorization, cookie, body });
  if (reply === undefined) throw new Error(`${path} is not of the issuer`);
  const text = reply.body.toString();
  const location = reply.headers['location'];
  return {
    status: reply.status,
    headers: reply.headers,
    text,
    json: text.startsWith('{') ? (JSON.parse(text) as Record<string, string>) : {},
    location: location === undefined ? undefined : new URL(String(location)),
    cookie: String(reply.headers['set-cookie'] ?? '').split(';')[0],
  };
}
const token = async (form: Record<string, string>, authorization?: string) =>
  send('POST', '/oauth2/token', { form, ...(authorization !== undefined && { authorization }) });

describe('client credentials', () => {
  const machine = { grant_type: 'client_credentials', client_secret: 'local' };

  it.each(['workbench', 'partner'])('give %s a token in its name with its scopes', async (id) => {
    const { status, json } = await token({ ...machine, client_id: id });
    expect([status, json]).toMatchObject([200, { token_type: 'Bearer', expires_in: 3600 }]);
    const { scopes } = settings.clients.find((client) => client.id === id) ?? { scopes: [] };
    expect(decodeJwt(String(json['access_token']))).toMatchObject({ sub: id, client_id: id, scope: scopes.join(' ') });
  });

  it('call the first client local, too, also in an Authorization header', async () => {
    const basic = `Basic ${Buffer.from('local:local').toString('base64')}`;
    const { json } = await token({ scope: 'chancery/read', sub: 'clerk', expires_in: '60' }, basic);
    const claims = decodeJwt(String(json['access_token']));
    expect(claims).toMatchObject({ sub: 'clerk', client_id: 'workbench', scope: 'chancery/read' });
    expect(Number(claims.exp) - Number(claims.iat)).toBe(60);
  });

  it.each([
    [{ ...machine, client_id: 'workbench', client_secret: 'wrong' }, 401, 'invalid_client'],
    [{ ...machine, client_id: 'nobody' }, 401, 'invalid_client'],
    [{ ...machine, client_id: 'partner', scope: 'chancery/append' }, 400, 'invalid_scope'],
    [{ ...machine, client_id: 'explorer' }, 400, 'unauthorized_client'],
    [{ ...machine, client_id: 'local', grant_type: 'password' }, 400, 'unsupported_grant_type'],
    [{ ...machine, client_id: 'local', grant_type: 'authorization_code' }, 400, 'unauthorized_client'],
    [{ ...machine, client_id: 'local', expires_in: 'soon' }, 400, 'invalid_request'],
    [{ ...machine, client_id: 'local', sub: '' }, 400, 'invalid_request'],
    [{ ...machine, client_id: 'local', sub: 'x'.repeat(129) }, 400, 'invalid_request'],
  ])('are refused in the terms of OAuth: %j', async (form, status, error) => {
    expect(await token(form)).toMatchObject({ status, json: { error } });
  });
});

const verifier = 'a-verifier-of-at-least-forty-three-characters-0';
const asked = {
  response_type: 'code',
  client_id: 'explorer',
  redirect_uri: back,
  scope: 'openid chancery/read',
  state: 'where-i-was',
  nonce: 'once',
  code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  code_challenge_method: 'S256',
};
const signIn = async (query = asked) => send('POST', '/oauth2/authorize', { query, form: { user: 'analyst' } });
const exchange = (code: string) => ({ grant_type: 'authorization_code', client_id: 'explorer', redirect_uri: back, code_verifier: verifier, code }); // prettier-ignore

describe('signing in', () => {
  it('shows who there is, leads back with a code, and the code gives tokens', async () => {
    const page = await send('GET', '/oauth2/authorize', { query: asked });
    expect(page.status).toBe(200);
    expect(page.text).toContain('Continue as local analyst');
    const { status, location } = await signIn();
    expect([status, location?.origin, location?.searchParams.get('state')]).toEqual([
      302,
      'http://127.0.0.1:3000',
      'where-i-was',
    ]);
    const { json } = await token(exchange(String(location?.searchParams.get('code'))));
    expect(decodeJwt(String(json['access_token']))).toMatchObject({
      sub: 'analyst',
      client_id: 'explorer',
      scope: 'openid chancery/read',
      token_use: 'access',
      'cognito:groups': ['analysts'],
    });
    expect(decodeJwt(String(json['id_token']))).toMatchObject({ aud: 'explorer', nonce: 'once', token_use: 'id' });
    const renewed = await token({ grant_type: 'refresh_token', client_id: 'explorer', refresh_token: String(json['refresh_token']) }); // prettier-ignore
    expect(decodeJwt(String(renewed.json['access_token']))).toMatchObject({ sub: 'analyst' });
  });

  it('takes a code once, with its own verifier and address', async () => {
    const codeOf = async () => String((await signIn()).location?.searchParams.get('code'));
    const once = await codeOf();
    expect((await token(exchange(once))).status).toBe(200);
    const invalid = { status: 400, json: { error: 'invalid_grant' } };
    expect(await token(exchange(once))).toMatchObject(invalid);
    expect(await token({ ...exchange(await codeOf()), code_verifier: 'another' })).toMatchObject(invalid);
    expect(await token({ ...exchange(await codeOf()), redirect_uri: 'https://elsewhere.example' })).toMatchObject(invalid); // prettier-ignore
    expect(await token({ grant_type: 'refresh_token', client_id: 'explorer', refresh_token: 'guess' })).toMatchObject(invalid); // prettier-ignore
  });

  it('remembers the browser until it signs out', async () => {
    const { cookie } = await signIn();
    expect((await send('GET', '/oauth2/authorize', { query: asked, cookie })).status).toBe(302);
    const out = await send('GET', '/logout', { query: { client_id: 'explorer', logout_uri: back }, cookie });
    expect([out.status, out.location?.href]).toEqual([302, back]);
    expect((await send('GET', '/oauth2/authorize', { query: asked, cookie })).status).toBe(200);
  });

  it.each([
    ['an unknown client', { client_id: 'nobody' }],
    ['a client of a program', { client_id: 'workbench' }],
    ['an address that is not configured', { redirect_uri: 'https://elsewhere.example' }],
  ])('leads nowhere for %s', async (_what, wrong) => {
    expect(await send('GET', '/oauth2/authorize', { query: { ...asked, ...wrong } })).toMatchObject({
      status: 400,
      location: undefined,
    });
  });

  it.each([
    ['a scope that the client has not', { scope: 'chancery/rule' }, 'invalid_scope'],
    ['a challenge that is none', { code_challenge: 'plain' }, 'invalid_request'],
    ['a challenge in plain text', { code_challenge_method: 'plain' }, 'invalid_request'],
  ])('leads back with an error for %s', async (_what, wrong, error) => {
    const { location } = await signIn({ ...asked, ...wrong });
    expect(location?.searchParams.get('error')).toBe(error);
    expect(location?.searchParams.get('state')).toBe('where-i-was');
  });

  it('lets nobody be led elsewhere by signing out', async () => {
    const query = { client_id: 'explorer', logout_uri: 'https://elsewhere.example' };
    expect(await send('GET', '/logout', { query })).toMatchObject({ status: 400, location: undefined });
  });

  it('escapes what it shows', async () => {
    const page = await send('GET', '/oauth2/authorize', { query: { ...asked, client_id: '<script>' } });
    expect(page.text).not.toContain('<script>');
  });
});

describe('what the issuer remembers', () => {
  it('is forgotten in time, and by the thousand', () => {
    let now = 0;
    const entries = expiringEntries<number>(() => now);
    const first = entries.add(0, 10);
    expect(entries.find(first)).toBe(0);
    now = 10_000;
    expect(entries.find(first)).toBeUndefined();
    const oldest = entries.add(1, 10);
    for (let value = 0; value < 1000; value += 1) entries.add(value, 10);
    expect(entries.find(oldest)).toBeUndefined();
  });
});

it('lets pages of any origin ask for tokens', async () => {
  expect((await send('OPTIONS', '/oauth2/token')).headers).toMatchObject({ 'access-control-allow-origin': '*' });
  const metadata = await send('GET', '/.well-known/openid-configuration');
  expect(metadata.json).toMatchObject({ authorization_endpoint: 'http://127.0.0.1:3000/oauth2/authorize' });
  expect((await send('DELETE', '/oauth2/token')).status).toBe(405);
});
