import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { environment } from '#shared/environment.ts';
import { type Groups, groupsFrom, membershipOf } from '#shared/identity/groups.ts';
import { logger } from '#functions/adapters/observability.ts';

/**
 * Takes those scopes out of a person's access token that none of the person's groups allows, and adds the groups'
 * organisation. The user pool calls it before it signs; it can only take scopes away. An error ends the sign-in.
 */
export const grantScopes = (groups: Groups) =>
  middy<PreTokenGenerationV2TriggerEvent, PreTokenGenerationV2TriggerEvent>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .handler(async (event) => {
      const { organisation, withheld } = membershipOf(event.request.groupConfiguration.groupsToOverride ?? [], groups);
      const accessTokenGeneration = {
        scopesToSuppress: [...withheld],
        ...(organisation === undefined
          ? { claimsToSuppress: ['organisation'] }
          : { claimsToAddOrOverride: { organisation } }),
      };
      return { ...event, response: { claimsAndScopeOverrideDetails: { accessTokenGeneration } } };
    });

export const handler = grantScopes(groupsFrom(environment('GROUPS')));
