import * as z from 'zod';
import { Refusal } from '#infra/local/refusal.ts';

const Reply = z.object({
  access_token: z.string().optional(),
  error: z.string().optional(),
  error_description: z.string().optional(),
});

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
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: client, client_secret: 'local' });
  if (scope !== undefined) form.set('scope', scope);
  if (sub !== undefined) form.set('sub', sub);
  if (expiresIn !== undefined) form.set('expires_in', String(expiresIn));
  const reply = await fetch(new URL('/oauth2/token', url), { method: 'POST', body: form }).catch(() => {
    throw new Refusal(`Nothing responds at ${url}: start the local cloud with npm start, or say where with --url`);
  });
  const { access_token: token, error, error_description: detail } = Reply.parse(await reply.json());
  if (token !== undefined) return token;
  throw new Refusal(`No token: ${error ?? `status ${reply.status}`}${detail === undefined ? '' : `, ${detail}`}`);
}
