import { NoToken, requestToken as requestFrom } from '#shared/client/access-tokens.ts';
import { ApiUnreachable } from '#shared/client/api-problem.ts';
import { Refusal } from '#infra/local/refusal.ts';

export interface TokenRequest {
  /** Absent: the first client of the configuration. */
  readonly client?: string | undefined;
  readonly scope?: string | undefined;
  readonly sub?: string | undefined;
  /** Lifetime in seconds; negative: a token that has expired. */
  readonly expiresIn?: number | undefined;
}

/** Asks the local cloud at a URL for an access token, as a machine client of the user pool does. */
export async function requestToken(url: string, request: TokenRequest): Promise<string> {
  const { client = 'local', scope, sub, expiresIn } = request;
  const form = {
    grant_type: 'client_credentials',
    client_id: client,
    client_secret: 'local',
    ...(scope !== undefined && { scope }),
    ...(sub !== undefined && { sub }),
    ...(expiresIn !== undefined && { expires_in: String(expiresIn) }),
  };
  const { token } = await requestFrom(new URL('/oauth2/token', url), form).catch((error: unknown) => {
    if (error instanceof ApiUnreachable)
      throw new Refusal(`${error.message}: start the local cloud with npm start, or say where with --url`);
    throw error instanceof NoToken ? new Refusal(error.message) : error;
  });
  return token;
}
