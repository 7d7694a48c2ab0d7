import * as z from 'zod';
import type { HttpResponse } from '#infra/local/cloud/http/http-response.ts';
import { expiringEntries, type ExpiringEntries } from './expiring-entries.ts';
import type { IssuerRequest } from './issuer-request.ts';
import type { JwtIssuer } from './jwt-issuer.ts';
import { localPeople, type Person } from './local-people.ts';
import type { Grant } from './person-tokens.ts';
import { signInPage, signInRefused } from './sign-in-page.ts';

/** What a code stands for until it is exchanged. */
export interface CodeGrant extends Grant {
  readonly redirectUri: string;
  readonly challenge: string;
}

const challenge = z.string().regex(/^[\w-]{43}$/, 'expected the SHA-256 of the verifier in base64url');
const Query = z.object({
  response_type: z.literal('code'),
  scope: z.string().optional(),
  state: z.string().max(4096).optional(),
  nonce: z.string().max(4096).optional(),
  code_challenge: challenge,
  code_challenge_method: z.literal('S256'),
});

/** Seconds that a code, and a signed-in browser, are remembered: as in Cognito. */
const codeSeconds = 300;
const sessionSeconds = 3600;

const cookieName = 'chancery-session';

const redirect = (
  to: string,
  parameters: Readonly<Record<string, string | undefined>>,
  cookie?: string,
): HttpResponse => {
  const url = new URL(to);
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, value);
  const setCookie = cookie === undefined ? {} : { 'set-cookie': [cookie] };
  return { status: 302, headers: { location: url.href, 'cache-control': 'no-store', ...setCookie }, body: Buffer.of() };
};

/** Signs people in, as managed login does at `/oauth2/authorize`, and out, as at `/logout`. */
export function authorizeEndpoint(issuer: JwtIssuer, codes: ExpiringEntries<CodeGrant>) {
  const sessions = expiringEntries<Person>();

  const authorize = ({ method, query, cookie, body }: IssuerRequest): HttpResponse => {
    const client = issuer.clientNamed(query.get('client_id') ?? '');
    if (client === undefined || !client.flows.includes('code'))
      return signInRefused(`No client with the id ${query.get('client_id')} signs people in`);
    const redirectUri = query.get('redirect_uri') ?? '';
    if (!client.callbackUrls.includes(redirectUri))
      return signInRefused(`redirect_uri is ${redirectUri}; expected one of ${client.callbackUrls.join(', ')}`);
    const read = Query.safeParse(Object.fromEntries(query));
    const state = query.get('state') ?? undefined;
    const refused = (error: string, error_description: string) =>
      redirect(redirectUri, { error, error_description, state });
    if (!read.success) {
      const [issue] = read.error.issues;
      return refused('invalid_request', `${issue?.path.join('.')}: ${issue?.message}`);
    }
    const { scope, nonce, code_challenge } = read.data;
    const scopes = scope === undefined ? client.scopes : scope.split(' ').filter((one) => one !== '');
    const unknown = scopes.filter((one) => !client.scopes.includes(one));
    if (unknown.length > 0) return refused('invalid_scope', `${client.id} has no scope ${unknown.join(' ')}`);

    const chosen = method === 'POST' ? new URLSearchParams(body).get('user') : undefined;
    const person =
      method === 'POST'
        ? localPeople.find(({ username }) => username === chosen)
        : sessions.find(sessionIn(cookie) ?? '');
    if (person === undefined) return signInPage(localPeople, client.id);
    const code = codes.add(
      { person, clientId: client.id, scopes, nonce, redirectUri, challenge: code_challenge },
      codeSeconds,
    );
    const session = method === 'POST' ? cookieOf(sessions.add(person, sessionSeconds), sessionSeconds) : undefined;
    return redirect(redirectUri, { code, state }, session);
  };

  const logOut = ({ query, cookie }: IssuerRequest): HttpResponse => {
    const client = issuer.clientNamed(query.get('client_id') ?? '');
    const to = query.get('logout_uri') ?? '';
    if (client?.logoutUrls.includes(to) !== true)
      return signInRefused(`logout_uri is ${to}; expected one of ${client?.logoutUrls.join(', ') ?? 'a known client'}`);
    sessions.remove(sessionIn(cookie) ?? '');
    return redirect(to, {}, cookieOf('', 0));
  };
  return { authorize, logOut };
}

const sessionIn = (cookie: string | undefined): string | undefined =>
  new RegExp(`(?:^|; *)${cookieName}=([\\w-]+)`).exec(cookie ?? '')?.[1];

const cookieOf = (value: string, seconds: number): string =>
  `${cookieName}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}`;
