import * as oauth from 'oauth4webapi';
import { scopeNames } from '#shared/identity/scopes.ts';

/** Where people of a deployment sign in. */
export interface SignInSettings {
  /** `/oauth2/authorize`, `/oauth2/token` and `/logout` are below it. */
  readonly signInUrl: string;
  /** In whose name tokens are signed. */
  readonly issuer: string;
  readonly clientId: string;
}

/** What a sign-in gives. */
export interface PersonTokens {
  readonly access: string;
  readonly refresh: string | undefined;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** The name of the person, as the identity token says it. */
  readonly name: string | undefined;
}

/** What must be remembered while the person is at the sign-in page. */
export interface BegunSignIn {
  readonly state: string;
  readonly verifier: string;
}

/** Milliseconds before its end at which an access token is renewed. */
export const renewedBeforeMs = 60_000;

/** Signs a person in by authorization code with PKCE, and renews the tokens. */
export function personSignIn({ signInUrl, issuer, clientId }: SignInSettings) {
  const server: oauth.AuthorizationServer = {
    issuer,
    authorization_endpoint: `${signInUrl}/oauth2/authorize`,
    token_endpoint: `${signInUrl}/oauth2/token`,
  };
  const client: oauth.Client = { client_id: clientId };
  /** Only the local cloud is reached without TLS, on the loopback interface. */
  const options = { [oauth.allowInsecureRequests]: new URL(signInUrl).hostname === '127.0.0.1' };
  return {
    /**
     * Returns the address of the sign-in page, which asks for every scope: the token has those that the person's groups
     * allow.
     */
    begin: async (redirectUri: string): Promise<BegunSignIn & { readonly address: string }> => {
      const [state, verifier] = [oauth.generateRandomState(), oauth.generateRandomCodeVerifier()];
      const parameters = new URLSearchParams({
        response_type: 'code',
        client_id: clientId,
        redirect_uri: redirectUri,
        scope: ['openid', ...scopeNames].join(' '),
        state,
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { state, verifier, address: `${signInUrl}/oauth2/authorize?${parameters.toString()}` };
    },
    /** Exchanges the code in the address that the sign-in page led to. */
    complete: async (address: URL, { state, verifier }: BegunSignIn, redirectUri: string): Promise<PersonTokens> => {
      const parameters = oauth.validateAuthResponse(server, client, address, state);
      const none = oauth.None();
      const response = await oauth.authorizationCodeGrantRequest(
        server,
        client,
        none,
        parameters,
        redirectUri,
        verifier,
        options,
      );
      return tokensOf(await oauth.processAuthorizationCodeResponse(server, client, response));
    },
    /** Fetches new tokens for a refresh token. */
    renew: async ({ refresh = '', name }: Pick<PersonTokens, 'refresh' | 'name'>): Promise<PersonTokens> => {
      const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), refresh, options);
      const renewed = tokensOf(await oauth.processRefreshTokenResponse(server, client, response));
      return { ...renewed, refresh: renewed.refresh ?? refresh, name: renewed.name ?? name };
    },
  };
}

function tokensOf(response: oauth.TokenEndpointResponse): PersonTokens {
  const { name, email, username }: Partial<oauth.IDToken> = oauth.getValidatedIdTokenClaims(response) ?? {};
  const names = [name, email, username].filter((one) => typeof one === 'string');
  return {
    access: response.access_token,
    refresh: response.refresh_token,
    expiresAt: Date.now() + (response.expires_in ?? 0) * 1000,
    name: names[0],
  };
}
