import * as oauth from 'oauth4webapi';
import { scopeNames } from '#shared/identity/scopes.ts';
import { settings } from './settings.ts';

/** What a sign-in gives. */
export interface Tokens {
  readonly access: string;
  readonly refresh: string | undefined;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** The name of the person, as the identity token says it. */
  readonly name: string | undefined;
}

/** What must be remembered while the browser is at the sign-in page. */
interface Begun {
  readonly state: string;
  readonly verifier: string;
  /** The view to return to. */
  readonly view: string;
}

const { signInUrl, issuer, clientId } = settings;

const server: oauth.AuthorizationServer = {
  issuer,
  authorization_endpoint: `${signInUrl}/oauth2/authorize`,
  token_endpoint: `${signInUrl}/oauth2/token`,
};
const client: oauth.Client = { client_id: clientId };
/** Only the local cloud is reached without TLS, on the loopback interface. */
const options = { [oauth.allowInsecureRequests]: new URL(signInUrl).hostname === '127.0.0.1' };
const redirectUri = `${location.origin}/explore`;
const begunKey = 'sign-in';

/** Leads the browser to the sign-in page (authorization code with PKCE), to come back to the present view. */
export async function beginSignIn(): Promise<void> {
  const [state, verifier] = [oauth.generateRandomState(), oauth.generateRandomCodeVerifier()];
  const begun: Begun = { state, verifier, view: location.pathname + location.search };
  sessionStorage.setItem(begunKey, JSON.stringify(begun));
  const parameters = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: ['openid', ...scopeNames].join(' '),
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  location.assign(`${signInUrl}/oauth2/authorize?${parameters.toString()}`);
}

/** Exchanges the code that the sign-in page sent; undefined when the browser does not come from there. Shows the view of before. */
export async function completeSignIn(): Promise<Tokens | undefined> {
  const stored = sessionStorage.getItem(begunKey);
  const here = new URL(location.href);
  if (stored === null || !here.searchParams.has('state')) return undefined;
  sessionStorage.removeItem(begunKey);
  const { state, verifier, view } = JSON.parse(stored) as Begun;
  history.replaceState(null, '', view);
  const parameters = oauth.validateAuthResponse(server, client, here, state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    parameters,
    redirectUri,
    verifier,
    options,
  );
  return tokensOf(await oauth.processAuthorizationCodeResponse(server, client, response));
}

/** Fetches new tokens for a refresh token. */
export async function renewedTokens({ refresh = '', name }: Tokens): Promise<Tokens> {
  const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), refresh, options);
  const renewed = tokensOf(await oauth.processRefreshTokenResponse(server, client, response));
  return { ...renewed, refresh: renewed.refresh ?? refresh, name: renewed.name ?? name };
}

/** Ends the session at the sign-in page, too. */
export function endSession(): void {
  const parameters = new URLSearchParams({ client_id: clientId, logout_uri: redirectUri });
  location.assign(`${signInUrl}/logout?${parameters.toString()}`);
}

function tokensOf(response: oauth.TokenEndpointResponse): Tokens {
  const { name, email, username }: Partial<oauth.IDToken> = oauth.getValidatedIdTokenClaims(response) ?? {};
  const names = [name, email, username].filter((one) => typeof one === 'string');
  return {
    access: response.access_token,
    refresh: response.refresh_token,
    expiresAt: Date.now() + (response.expires_in ?? 0) * 1000,
    name: names[0],
  };
}
