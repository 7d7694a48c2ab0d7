import * as z from 'zod';
import { ofApi } from './api-protocol.ts';
import { ignored, number, runs } from './run-time-type.ts';

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
  z.strictObject({
    ApiId: z.string(),
    StageName: z.literal('$default'),
    StageVariables: z.record(z.string(), z.string()).optional(),
    AutoDeploy: ignored,
    Description: ignored,
    /** Throttling and access logs protect and record a public endpoint; they are not enforced here. */
    AccessLogSettings: ignored,
    DefaultRouteSettings: ignored,
    RouteSettings: ignored,
    Tags: ignored,
  }),
  ofApi('HTTP'),
);
export const httpIntegration = runs(
  'AWS::ApiGatewayV2::Integration',
  z.strictObject({
    ApiId: z.string(),
    IntegrationType: z.literal('AWS_PROXY'),
    IntegrationUri: z.string(),
    PayloadFormatVersion: z.literal('2.0'),
    TimeoutInMillis: number.default(30_000),
    IntegrationMethod: ignored,
    Description: ignored,
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
