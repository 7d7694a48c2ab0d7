import { createHash } from 'node:crypto';
import * as z from 'zod';
import { Refusal } from '#infra/local/refusal.ts';
import type { CodeGrant } from './authorize-endpoint.ts';
import { expiringEntries, type ExpiringEntries } from './expiring-entries.ts';
import type { IssuerRequest } from './issuer-request.ts';
import type { IssuerClient } from './issuer-settings.ts';
import { clientIds, type JwtIssuer } from './jwt-issuer.ts';
import type { Grant, IssueTokens } from './person-tokens.ts';

/** A response in the terms of OAuth. */
export interface TokenReply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Characters of a subject at most: Cognito's own are shorter, and tables have subjects in their keys. */
const mostSubject = 128;
const subExpected = `sub: expected 1 to ${mostSubject} characters`;

const Form = z.object({
  grant_type: z.string().default('client_credentials'),
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
  scope: z.string().optional(),
  code: z.string().default(''),
  redirect_uri: z.string().optional(),
  code_verifier: z.string().default(''),
  refresh_token: z.string().default(''),
  /** Only here: the token's subject, and its lifetime in seconds, which may be negative. */
  sub: z.string().min(1, subExpected).max(mostSubject, subExpected).optional(),
  expires_in: z.coerce.number().int().optional(),
});
type Form = z.output<typeof Form>;

/** The secret of every client that has one. */
const localSecret = 'local';

const refused = (status: number, error: string, error_description?: string): TokenReply => ({
  status,
  body: { error, ...(error_description !== undefined && { error_description }) },
});

/**
 * Gives tokens, as Cognito's `/oauth2/token` does: for client credentials, for a code with its verifier, and for a
 * refresh token.
 */
export function tokenEndpoint(issuer: JwtIssuer, codes: ExpiringEntries<CodeGrant>, issueTokens: IssueTokens) {
  const refreshTokens = expiringEntries<Grant>();

  const ofPerson = async (client: IssuerClient, grant: Grant, source: string, refreshToken?: string) => {
    try {
      const { accessToken, idToken } = await issueTokens(grant, source);
      return {
        status: 200,
        body: {
          access_token: accessToken,
          ...(idToken !== undefined && { id_token: idToken }),
          ...(refreshToken !== undefined && { refresh_token: refreshToken }),
          expires_in: client.lifetime,
          token_type: 'Bearer',
        },
      };
    } catch (error) {
      if (error instanceof Refusal) return refused(400, 'invalid_request', error.message);
      throw error;
    }
  };

  const forCode = async (client: IssuerClient, { code, redirect_uri, code_verifier }: Form): Promise<TokenReply> => {
    const grant = codes.find(code);
    codes.remove(code); // it is good for one attempt
    if (grant === undefined || grant.clientId !== client.id || grant.redirectUri !== redirect_uri)
      return refused(400, 'invalid_grant', 'the code is used, expired, or of another client or redirect_uri');
    if (createHash('sha256').update(code_verifier).digest('base64url') !== grant.challenge)
      return refused(400, 'invalid_grant', 'code_verifier does not match code_challenge');
    const refreshToken = refreshTokens.add(grant, client.refreshLifetime);
    return ofPerson(client, grant, 'TokenGeneration_HostedAuth', refreshToken);
  };

  const forClient = async (client: IssuerClient, form: Form): Promise<TokenReply> => {
    const { scope, sub, expires_in: expiresIn = client.lifetime } = form;
    const wanted = scope?.split(' ').filter((name) => name !== '') ?? [];
    const unknown = wanted.filter((name) => !client.scopes.includes(name));
    if (unknown.length > 0) return refused(400, 'invalid_scope', `${client.id} has no scope ${unknown.join(' ')}`);
    const scopes = wanted.length === 0 ? undefined : wanted.join(' ');
    const token = await issuer.sign({ client: client.id, scope: scopes, sub, expiresIn });
    return { status: 200, body: { access_token: token, expires_in: expiresIn, token_type: 'Bearer' } };
  };

  return async ({ authorization, body }: IssuerRequest): Promise<TokenReply> => {
    const read = Form.safeParse(Object.fromEntries(new URLSearchParams(body)));
    if (!read.success) return refused(400, 'invalid_request', read.error.issues[0]?.message);
    const form = read.data;
    const { id, secret } = credentialsIn(authorization) ?? { id: form.client_id ?? '', secret: form.client_secret };
    const client = issuer.clientNamed(id);
    if (client === undefined || (client.hasSecret && secret !== localSecret))
      return refused(
        401,
        'invalid_client',
        `the clients are ${clientIds(issuer.settings)}, or local for the first; the secret is ${localSecret}`,
      );
    const allows = (flow: string) => client.flows.includes(flow);
    switch (form.grant_type) {
      case 'client_credentials':
        return allows('client_credentials') ? forClient(client, form) : refused(400, 'unauthorized_client');
      case 'authorization_code':
        return allows('code') ? forCode(client, form) : refused(400, 'unauthorized_client');
      case 'refresh_token': {
        const grant = refreshTokens.find(form.refresh_token);
        if (grant?.clientId !== client.id) return refused(400, 'invalid_grant', 'the refresh token is not valid');
        return ofPerson(client, grant, 'TokenGeneration_RefreshTokens');
      }
      default:
        return refused(400, 'unsupported_grant_type');
    }
  };
}

function credentialsIn(authorization: string | undefined): { id: string; secret: string } | undefined {
  const basic = /^Basic (.+)$/i.exec(authorization ?? '')?.[1];
  if (basic === undefined) return undefined;
  const [id = '', ...secret] = Buffer.from(basic, 'base64').toString().split(':');
  return { id, secret: secret.join(':') };
}
