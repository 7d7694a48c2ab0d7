import * as z from 'zod';
import { ignored, number, runs } from '#infra/local/cloud/template/run-time-type.ts';

export const userPool = runs(
  'AWS::Cognito::UserPool',
  z.looseObject({
    LambdaConfig: z
      .strictObject({
        PreTokenGenerationConfig: z
          .strictObject({ LambdaArn: z.string(), LambdaVersion: z.literal('V2_0') })
          .optional(),
        /** The same function, for triggers of the first version. */
        PreTokenGeneration: ignored,
      })
      .optional(),
  }),
);

const unit = z.enum(['seconds', 'minutes', 'hours', 'days']).optional();
const list = z.array(z.string()).default([]);

export const userPoolClient = runs(
  'AWS::Cognito::UserPoolClient',
  z.looseObject({
    ClientName: z.string().optional(),
    GenerateSecret: z.boolean().default(false),
    AllowedOAuthFlows: list,
    AllowedOAuthScopes: z.array(z.string()).optional(),
    CallbackURLs: list,
    LogoutURLs: list,
    AccessTokenValidity: number.optional(),
    RefreshTokenValidity: number.optional(),
    TokenValidityUnits: z.looseObject({ AccessToken: unit, RefreshToken: unit }).optional(),
  }),
);
export const userPoolResourceServer = runs(
  'AWS::Cognito::UserPoolResourceServer',
  z.looseObject({ Identifier: z.string(), Scopes: z.array(z.object({ ScopeName: z.string() })).default([]) }),
);
