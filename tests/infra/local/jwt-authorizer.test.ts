import { SignJWT, importJWK } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDataFolder, type DataFolder } from '#infra/local/cloud/data-folder/data-folder.ts';
import { jwtAuthorizer, type Authorizer } from '#infra/local/cloud/http/jwt-authorizer.ts';
import { jwtIssuer, signingKey, type JwtIssuer, type SigningKey } from '#infra/local/cloud/cognito/jwt-issuer.ts';
import { tokenEndpoint } from '#infra/local/cloud/cognito/token-endpoint.ts';

const settings = {
  issuer: 'https://pool.example',
  clientId: 'machine',
  scopes: ['chancery/append', 'chancery/read'],
  lifetime: 3600,
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

describe('the token endpoint', () => {
  const ask = async (body: string, authorization?: string) => {
    const reply = await tokenEndpoint(issuer, {
      method: 'POST',
      path: '/oauth2/token',
      authorization,
      body,
      url: 'http://local',
    });
    return { status: reply?.status, body: JSON.parse(reply?.body.toString() ?? '{}') };
  };
  const client = 'grant_type=client_credentials&client_id=local&client_secret=local';

  it('gives a token with the requested scope, subject and lifetime', async () => {
    const { status, body } = await ask(`${client}&scope=chancery%2Fread&sub=clerk&expires_in=60`);
    expect({ status, ...body }).toMatchObject({ status: 200, token_type: 'Bearer', expires_in: 60 });
    expect(await authorize(`Bearer ${body.access_token}`, ['chancery/read'])).toMatchObject({
      authorized: { claims: { sub: 'clerk' } },
    });
  });

  it('accepts the client in an Authorization header', async () => {
    const basic = `Basic ${Buffer.from('local:local').toString('base64')}`;
    expect(await ask('grant_type=client_credentials', basic)).toMatchObject({
      status: 200,
      body: { expires_in: 3600 },
    });
  });

  it.each([
    ['grant_type=client_credentials&client_id=local&client_secret=wrong', 401, 'invalid_client'],
    [`${client}&scope=chancery%2Frule`, 400, 'invalid_scope'],
    ['grant_type=password&client_id=local&client_secret=local', 400, 'unsupported_grant_type'],
    [`${client}&expires_in=soon`, 400, 'invalid_request'],
  ])('refuses %s in the terms of OAuth', async (form, status, error) => {
    expect(await ask(form)).toMatchObject({ status, body: { error } });
  });

  it('keeps its signing key with the data', async () => {
    expect((await signingKey(data)).publicJwk).toEqual(key.publicJwk);
  });
});
