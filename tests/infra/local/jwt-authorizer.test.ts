import { SignJWT, importJWK } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDataFolder, type DataFolder } from '#infra/local/cloud/data-folder/data-folder.ts';
import { jwtAuthorizer, type Authorizer } from '#infra/local/cloud/http/jwt-authorizer.ts';
import { jwtIssuer, type JwtIssuer } from '#infra/local/cloud/cognito/jwt-issuer.ts';
import { signingKey, type SigningKey } from '#infra/local/cloud/cognito/signing-key.ts';
import { issuerClient } from '#tests/support/issuer-client.ts';

const settings = {
  issuer: 'https://pool.example',
  poolId: 'pool',
  clients: [issuerClient({ id: 'machine', scopes: ['chancery/append', 'chancery/read'] })] as const,
};

let data: DataFolder;
let key: SigningKey;
let issuer: JwtIssuer;
let authorize: Authorizer;
beforeAll(async () => {
  data = openDataFolder('memory');
  key = await signingKey(data);
  issuer = await jwtIssuer(settings, key);
  authorize = jwtAuthorizer({ issuer: settings.issuer, audience: ['machine'] }, issuer.publicKeys);
});
afterAll(() => data.release());

const bearer = async (options?: Parameters<JwtIssuer['sign']>[0]) => `Bearer ${await issuer.sign(options)}`;
const refusal = async (authorization: string | undefined, scopes: string[] = []) => {
  const decision = await authorize(authorization, scopes);
  if (!('refused' in decision)) throw new Error('the token was accepted');
  const { status, headers, body } = decision.refused;
  return { status, challenge: headers['www-authenticate'], problem: JSON.parse(body.toString()) };
};

describe('the JWT authorizer', () => {
  it('hands the claims to the function as text, with the scopes', async () => {
    const decision = await authorize(await bearer({ sub: 'clerk' }), ['chancery/read']);
    expect(decision).toMatchObject({
      authorized: {
        claims: { sub: 'clerk', iss: settings.issuer, client_id: 'machine', token_use: 'access', version: '2' },
        scopes: ['chancery/append', 'chancery/read'],
      },
    });
  });

  it('accepts any one of the scopes that a route asks for', async () => {
    expect(
      await authorize(await bearer({ scope: 'chancery/read' }), ['chancery/append', 'chancery/read']),
    ).toHaveProperty('authorized');
  });

  it('refuses a request without a token', async () => {
    expect(await refusal(undefined)).toMatchObject({
      status: 401,
      challenge: 'Bearer',
      problem: {
        type: 'urn:chancery:problem:unauthorized',
        title: 'Unauthorized',
        status: 401,
        message: 'Unauthorized',
      },
    });
  });

  it('says when an expired token expired', async () => {
    const { status, problem, challenge } = await refusal(await bearer({ expiresIn: -60 }));
    expect({ status, detail: problem.detail }).toEqual({
      status: 401,
      detail: expect.stringMatching(/^The token expired at \d{4}-/),
    });
    expect(challenge).toContain('error="invalid_token"');
  });

  it('names the scope that is missing', async () => {
    expect(await refusal(await bearer({ scope: 'chancery/read' }), ['chancery/append'])).toMatchObject({
      status: 403,
      challenge: 'Bearer scope="chancery/append" error="insufficient_scope"',
      problem: {
        type: 'urn:chancery:problem:forbidden',
        message: 'Forbidden',
        detail: 'The token lacks the scope chancery/append',
      },
    });
  });

  it.each([
    ['of another issuer', { issuer: 'https://elsewhere.example' }, {}],
    ['for another client', {}, { client_id: 'other' }],
    ['for another audience', {}, { aud: 'other' }],
    ['that is not valid yet', {}, { nbf: Math.floor(Date.now() / 1000) + 600 }],
    ['without an end', { endless: true }, {}],
  ])(
    'refuses a token %s',
    async (
      _name,
      { issuer: from = settings.issuer, endless = false }: { issuer?: string; endless?: boolean },
      claims,
    ) => {
      const token = new SignJWT({ client_id: 'machine', ...claims })
        .setProtectedHeader({ alg: 'RS256' })
        .setIssuer(from);
      if (!endless) token.setExpirationTime('1h');
      expect(await refusal(`Bearer ${await token.sign(await importJWK(key.privateJwk, 'RS256'))}`)).toMatchObject({
        status: 401,
      });
    },
  );

  it('refuses a token whose content was changed', async () => {
    const [header, payload, signature] = (await issuer.sign({ scope: 'chancery/read' })).split('.');
    const claims = JSON.parse(Buffer.from(String(payload), 'base64url').toString());
    const forged = Buffer.from(JSON.stringify({ ...claims, scope: 'chancery/append' })).toString('base64url');
    expect(await refusal(`Bearer ${header}.${forged}.${signature}`)).toMatchObject({ status: 401 });
    expect(await refusal('Bearer nonsense')).toMatchObject({
      status: 401,
      problem: { detail: 'The token is malformed' },
    });
  });
});

it('the signing key stays with the data', async () => {
  expect((await signingKey(data)).publicJwk).toEqual(key.publicJwk);
});
