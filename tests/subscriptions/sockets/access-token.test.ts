import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { tokenVerifier } from '#shared/subscriptions/sockets/access-token.ts';
import { protocolFor, tokenIn } from '#shared/subscriptions/sockets/handshake.ts';

const issuer = 'https://issuer.example/pool';
const { publicKey, privateKey } = await generateKeyPair('RS256');
const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), alg: 'RS256', kid: 'k-1' }] });
const verify = tokenVerifier({ issuer, clients: new Map([['press-room', { name: 'press', scopes: [] }]]), keys });

const claims = { sub: 'envoy', client_id: 'press-room', token_use: 'access', scope: 'chancery/read' };
const signed = async (more: JWTPayload = {}, expires: string | number = '1 h', key = privateKey): Promise<string> =>
  new SignJWT({ ...claims, ...more })
    .setProtectedHeader({ alg: 'RS256', kid: 'k-1' })
    .setIssuer(more.iss ?? issuer)
    .setExpirationTime(expires)
    .sign(key);

describe('the token of a socket', () => {
  it.each(['chancery/read', 'chancery/append chancery/subscribe'])('is taken with the scope %s', async (scope) => {
    expect(await verify(await signed({ scope }, 4_102_444_800))).toEqual({
      subject: 'envoy',
      client: 'press-room',
      expiresAt: '2100-01-01T00:00:00.000Z',
    });
  });

  it.each<[string, () => Promise<string>]>([
    ['has expired', async () => signed({}, '-1 min')],
    ['is of another issuer', async () => signed({ iss: 'https://elsewhere.example' })],
    ['is of another client', async () => signed({ client_id: 'somebody' })],
    ['is an identity token', async () => signed({ token_use: 'id' })],
    ['lacks the scope', async () => signed({ scope: 'chancery/append' })],
    ['was signed by somebody else', async () => signed({}, '1 h', (await generateKeyPair('RS256')).privateKey)],
    ['is no token', async () => 'x.y.z'],
  ])('is refused when it %s', async (_name, token) => {
    expect(await verify(await token())).toEqual({ refused: expect.any(String) });
  });

  it('is neither taken nor refused while the keys cannot be had', async () => {
    const unreachable = async () => Promise.reject(new TypeError('fetch failed'));
    const token = await signed();
    await expect(
      tokenVerifier({ issuer, clients: new Map([['press-room', { name: 'press', scopes: [] }]]), keys: unreachable })(
        token,
      ),
    ).rejects.toThrow('fetch');
  });
});

describe('a handshake', () => {
  it('brings its token by the header, in any spelling', () => {
    expect(tokenIn({ Authorization: 'Bearer abc' })).toBe('abc');
    expect(tokenIn({ authorization: 'bearer  abc' })).toBe('abc');
    expect(tokenIn({ Authorization: 'Basic abc' })).toBeUndefined();
  });

  it('brings it as a subprotocol, which is not the one agreed on', () => {
    const headers = { 'Sec-WebSocket-Protocol': 'chancery, bearer.abc' };
    expect([tokenIn(headers), protocolFor(headers)]).toEqual(['abc', 'chancery']);
    expect(protocolFor({ 'Sec-WebSocket-Protocol': 'bearer.abc' })).toBeUndefined();
    expect([tokenIn({}), protocolFor({})]).toEqual([undefined, undefined]);
  });
});
