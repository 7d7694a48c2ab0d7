import { createHash } from 'node:crypto';
import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { clientOf } from '#tests/support/client.ts';
import { useCloud } from '#tests/support/cloud.ts';
import { aProblem } from '#tests/support/a-problem.ts';

const { cloud } = useCloud();
const verifier = 'a-verifier-of-at-least-forty-three-characters-0';

/** Signs in as a person in the way of the explorer, and returns the access token. */
async function signedIn(user: string): Promise<string> {
  const { url } = cloud();
  const back = `${url}/explore/`;
  const authorize = new URL('/oauth2/authorize', url);
  const asked = {
    response_type: 'code',
    client_id: 'explorer',
    redirect_uri: back,
    scope: 'openid chancery/append chancery/curate chancery/read chancery/subscribe chancery/operate',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  };
  authorize.search = new URLSearchParams(asked).toString();
  const form = new URLSearchParams({ user });
  const { headers } = await fetch(authorize, { method: 'POST', body: form, redirect: 'manual' });
  const code = new URL(headers.get('location') ?? url).searchParams.get('code') ?? '';
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: 'explorer',
    redirect_uri: back,
    code_verifier: verifier,
    code,
  });
  const reply = (await (await fetch(new URL('/oauth2/token', url), { method: 'POST', body })).json()) as {
    access_token: string;
  };
  return reply.access_token;
}

describe('a person', () => {
  it('may do what the groups of theirs allow, and no more', async () => {
    const token = await signedIn('analyst');
    expect(decodeJwt(token)).toMatchObject({
      scope: 'openid chancery/append chancery/read chancery/subscribe',
      organisation: 'chancery',
    });
    const analyst = clientOf(cloud().url, token);
    expect((await analyst.get('/relations/BGD-PAK')).status).toBe(200);
    expect(await analyst.get('/projections')).toMatchObject(aProblem('forbidden'));
    const operator = clientOf(cloud().url, await signedIn('operator'));
    expect((await operator.get('/projections')).status).toBe(200);
  });

  it('may do nothing without a group', async () => {
    const token = await signedIn('guest');
    expect(decodeJwt(token)).toMatchObject({ scope: 'openid' });
    expect(await clientOf(cloud().url, token).get('/relations/BGD-PAK')).toMatchObject(aProblem('forbidden'));
  });
});
