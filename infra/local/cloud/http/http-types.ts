import * as z from 'zod';
import { integrationProperties, stageProperties } from './api-integration.ts';
import { ofApi } from './api-protocol.ts';
import { ignored, number, runs } from '#infra/local/cloud/template/run-time-type.ts';

export const httpApi = runs(
  'AWS::ApiGatewayV2::Api',
  z.strictObject({
    ProtocolType: z.literal('HTTP'),
    Name: ignored,
    Description: ignored,
    DisableExecuteApiEndpoint: ignored,
    Version: ignored,
    Tags: ignored,
  }),
  ({ ProtocolType: protocol }) => protocol !== 'WEBSOCKET',
);
export const httpStage = runs(
  'AWS::ApiGatewayV2::Stage',
  z.strictObject({ ...stageProperties, StageName: z.literal('$default') }),
  ofApi('HTTP'),
);
export const httpIntegration = runs(
  'AWS::ApiGatewayV2::Integration',
  z.strictObject({
    ...integrationProperties,
    PayloadFormatVersion: z.literal('2.0'),
    TimeoutInMillis: number.default(30_000),
  }),
  ofApi('HTTP'),
);
export const httpRoute = runs(
  'AWS::ApiGatewayV2::Route',
  z.strictObject({
    ApiId: z.string(),
    RouteKey: z.string(),
    Target: z.string(),
    AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
    AuthorizerId: z.string().optional(),
    AuthorizationScopes: z.array(z.string()).default([]),
    ApiKeyRequired: ignored,
    OperationName: ignored,
  }),
  ofApi('HTTP'),
);
export const httpAuthorizer = runs(
  'AWS::ApiGatewayV2::Authorizer',
  z.strictObject({
    ApiId: z.string(),
    AuthorizerType: z.literal('JWT'),
    IdentitySource: z.tuple([z.literal('$request.header.Authorization')]),
    JwtConfiguration: z.strictObject({ Audience: z.array(z.string()), Issuer: z.string() }),
    Name: ignored,
  }),
  ofApi('HTTP'),
);
