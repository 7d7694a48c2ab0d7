import * as z from 'zod';
import { number, runs } from '#infra/local/cloud/template/run-time-type.ts';

export const userPoolClient = runs(
  'AWS::Cognito::UserPoolClient',
  z.looseObject({
    AllowedOAuthFlows: z.array(z.string()).default([]),
    AllowedOAuthScopes: z.array(z.string()).optional(),
    AccessTokenValidity: number.optional(),
    TokenValidityUnits: z
      .object({ AccessToken: z.enum(['seconds', 'minutes', 'hours', 'days']).optional() })
      .optional(),
  }),
);
export const userPoolResourceServer = runs(
  'AWS::Cognito::UserPoolResourceServer',
  z.looseObject({ Identifier: z.string(), Scopes: z.array(z.object({ ScopeName: z.string() })).default([]) }),
);
