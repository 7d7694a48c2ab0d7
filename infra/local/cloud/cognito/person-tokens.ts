import * as z from 'zod';
import type { HostedFunction } from '#infra/local/cloud/lambda/function-host.ts';
import { Refusal } from '#infra/local/refusal.ts';
import type { JwtIssuer } from './jwt-issuer.ts';
import type { Person } from './local-people.ts';

/** What a person has agreed to by signing in. */
export interface Grant {
  readonly person: Person;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly nonce?: string | undefined;
}

/** An access token and, with the scope `openid`, an identity token. */
export interface PersonTokens {
  readonly accessToken: string;
  readonly idToken?: string;
}

export type IssueTokens = (grant: Grant, triggerSource: string) => Promise<PersonTokens>;

/** What the user pool's trigger answers, in the second version of its event. */
const Override = z.object({
  response: z.object({
    claimsAndScopeOverrideDetails: z
      .object({
        accessTokenGeneration: z
          .object({
            claimsToAddOrOverride: z.record(z.string(), z.json()).default({}),
            claimsToSuppress: z.array(z.string()).default([]),
            scopesToAdd: z.array(z.string()).default([]),
            scopesToSuppress: z.array(z.string()).default([]),
          })
          .optional(),
      })
      .nullish(),
  }),
});

/** Issues the tokens of a person, as changed by the function that the template's user pool names for that. */
export const personTokens =
  (issuer: JwtIssuer, functions: ReadonlyMap<string, HostedFunction>): IssueTokens =>
  async ({ person, clientId, scopes, nonce }, triggerSource) => {
    const { preTokenGeneration, poolId } = issuer.settings;
    const client = issuer.clientNamed(clientId);
    const lifetime = client?.lifetime ?? 0;
    const { username, groups, name } = person;
    const about = { sub: username, 'cognito:groups': groups };
    const overrides = await overridesOf(preTokenGeneration, functions, {
      version: '2',
      triggerSource,
      userPoolId: poolId,
      userName: username,
      callerContext: { awsSdkVersion: 'local', clientId },
      request: {
        userAttributes: { sub: username, name },
        groupConfiguration: { groupsToOverride: groups, iamRolesToOverride: [], preferredRole: null },
        scopes,
      },
      response: { claimsAndScopeOverrideDetails: null },
    });
    const { scopesToAdd, scopesToSuppress, claimsToAddOrOverride, claimsToSuppress } = overrides;
    const granted = [...scopes, ...scopesToAdd].filter((scope) => !scopesToSuppress.includes(scope));
    const claims = {
      ...about,
      username,
      client_id: clientId,
      version: 2,
      token_use: 'access',
      scope: granted.join(' '),
    };
    const changed = Object.entries({ ...claims, ...claimsToAddOrOverride }).filter(
      ([claim]) => !claimsToSuppress.includes(claim),
    );
    const accessToken = await issuer.signClaims(Object.fromEntries(changed), lifetime);
    if (!scopes.includes('openid')) return { accessToken };
    const identity = { ...about, aud: clientId, token_use: 'id', 'cognito:username': username, name };
    const idToken = await issuer.signClaims({ ...identity, ...(nonce !== undefined && { nonce }) }, lifetime);
    return { accessToken, idToken };
  };

type Changes = NonNullable<
  NonNullable<z.output<typeof Override>['response']['claimsAndScopeOverrideDetails']>['accessTokenGeneration']
>;
const none: Changes = { scopesToAdd: [], scopesToSuppress: [], claimsToAddOrOverride: {}, claimsToSuppress: [] };

async function overridesOf(
  arn: string | undefined,
  functions: ReadonlyMap<string, HostedFunction>,
  event: unknown,
): Promise<Changes> {
  if (arn === undefined) return none;
  const fn = functions.get(arn);
  if (fn === undefined) throw new Refusal(`The user pool's trigger ${arn} is not a function of this template`);
  const { payload, error } = await fn.invoke(event);
  if (error !== undefined) throw new Refusal(`PreTokenGeneration failed with error ${error.errorMessage}.`);
  return Override.parse(JSON.parse(payload)).response.claimsAndScopeOverrideDetails?.accessTokenGeneration ?? none;
}
