import { decodeJwt, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { routes } from '#shared/api/routes.ts';
import { aProblem } from '#tests/support/a-problem.ts';
import { clientOf } from '#tests/support/client.ts';
import { useCloud } from '#tests/support/cloud.ts';

const { cloud } = useCloud();

const guarded = routes
  .filter(({ scope }) => scope !== undefined)
  .map((route) => ({ ...route, path: route.path.replaceAll(/\{\w+\}/g, 'x') }));
const open = routes.filter(({ scope, path }) => scope === undefined && !path.includes('{'));

const unauthorized = {
  ...aProblem('unauthorized'),
  headers: expect.objectContaining({ 'www-authenticate': expect.stringMatching(/^Bearer/) }) as unknown,
};

/** A token with these claims, signed with a key that nobody here knows. */
async function forged(claims: JWTPayload): Promise<string> {
  const { privateKey } = await generateKeyPair('RS256');
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
}

/** A token that its own key, here the string, signs: what a careless verifier takes for granted. */
const unsigned = (claims: JWTPayload) =>
  `${[{ alg: 'none' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`;

describe('a route that takes a token', () => {
  it.for(guarded)('$method $path lets nobody in without one', async ({ method, path }) => {
    expect(await clientOf(cloud().url).send(path, { method })).toMatchObject(unauthorized);
  });

  it.for(guarded)('$method $path lets nobody in without the scope $scope', async ({ method, path, scope }) => {
    const others = ['chancery/append', 'chancery/read', 'chancery/operate'].filter((one) => one !== scope).join(' ');
    const without = clientOf(cloud().url, await cloud().token({ scope: others }));
    const refused = await without.send(path, { method });
    expect(refused).toMatchObject(aProblem('forbidden'));
    expect(refused.headers['www-authenticate']).toContain(scope);
    const withIt = await clientOf(cloud().url, await cloud().token({ scope: String(scope) })).send(path, { method });
    expect([401, 403]).not.toContain(withIt.status);
  });

  it('takes no token that has expired', async () => {
    const late = clientOf(cloud().url, await cloud().token({ expiresIn: -60 }));
    expect(await late.get('/events')).toMatchObject({
      ...unauthorized,
      body: { detail: expect.stringMatching(/expired/) as string },
    });
  });

  it('takes no token with another signature, and none without', async () => {
    const good = await cloud().token();
    const claims = decodeJwt(good);
    const [header, payload, signature = ''] = good.split('.');
    const more = Buffer.from(JSON.stringify({ ...claims, sub: 'somebody-else' })).toString('base64url');
    for (const token of [
      await forged(claims),
      unsigned(claims),
      `${header}.${more}.${signature}`,
      `${header}.${payload}.`,
      'garbage',
      'a.b.c',
    ])
      expect(await clientOf(cloud().url, token).get('/events')).toMatchObject(unauthorized);
  });

  it('takes no scheme but Bearer', async () => {
    const basic = { authorization: `Basic ${Buffer.from('local:local').toString('base64')}` };
    expect(await clientOf(cloud().url).get('/events', basic)).toMatchObject(unauthorized);
  });
});

describe('a route that takes no token', () => {
  it.for(open)('$method $path answers anybody', async ({ path }) => {
    expect((await clientOf(cloud().url).get(path)).status).toBe(200);
    expect((await clientOf(cloud().url, 'garbage').get(path)).status).toBe(200);
  });

  it('refuses an unknown path as such, whoever asks', async () => {
    expect(await clientOf(cloud().url).get('/nowhere')).toMatchObject(aProblem('not-found'));
  });
});

describe('the local issuer', () => {
  const post = (
    form: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ): RequestInit => ({
    method: 'POST',
    headers,
    body: new URLSearchParams(form),
  });
  const local = { grant_type: 'client_credentials', client_id: 'local', client_secret: 'local' };

  it('gives a token as Cognito does: client credentials, form-encoded', async () => {
    const anybody = clientOf(cloud().url);
    const asked = post({ ...local, scope: 'chancery/read' });
    const { status, body } = await anybody.send<{ access_token: string }>('/oauth2/token', asked);
    expect([status, body]).toMatchObject([200, { token_type: 'Bearer', expires_in: expect.any(Number) }]);
    expect(decodeJwt(body.access_token)).toMatchObject({ scope: 'chancery/read', token_use: 'access' });
    expect((await clientOf(cloud().url, body.access_token).get('/events')).status).toBe(200);
    const { client_id: id, client_secret: secret, ...rest } = local;
    const authorization = `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
    expect((await anybody.send('/oauth2/token', post(rest, { authorization }))).status).toBe(200);
  });

  it.for([
    ['another secret', { ...local, client_secret: 'guess' }, 401, 'invalid_client'],
    ['a scope that there is not', { ...local, scope: 'chancery/erase' }, 400, 'invalid_scope'],
    ['another grant', { ...local, grant_type: 'password' }, 400, 'unsupported_grant_type'],
  ] as const)('gives none for %s', async ([, form, status, error]) => {
    const refused = await clientOf(cloud().url).send('/oauth2/token', post(form));
    expect(refused).toMatchObject({ status, body: { error } });
  });

  it('publishes the key that its tokens can be checked with', async () => {
    const { body } = await clientOf(cloud().url).get<{ keys: JWK[] }>('/.well-known/jwks.json');
    expect(body.keys).toMatchObject([{ kty: 'RSA', use: 'sig' }]);
    expect(body.keys[0]).not.toHaveProperty('d');
  });
});
