import * as z from 'zod';
import { integrationProperties, stageProperties } from '#infra/local/cloud/http/api-integration.ts';
import { ofApi } from '#infra/local/cloud/http/api-protocol.ts';
import { ignored, number, runs } from '#infra/local/cloud/template/run-time-type.ts';

export const socketApi = runs(
  'AWS::ApiGatewayV2::Api',
  z.strictObject({
    ProtocolType: z.literal('WEBSOCKET'),
    RouteSelectionExpression: z
      .string()
      .regex(/^\$(\{request\.body\.\w+\}|request\.body\.\w+)$/, 'only a field of the body selects a route here'),
    Name: ignored,
    Description: ignored,
    DisableSchemaValidation: ignored,
    IpAddressType: ignored,
    Version: ignored,
    Tags: ignored,
  }),
  ({ ProtocolType: protocol }) => protocol === 'WEBSOCKET',
);
export const socketStage = runs(
  'AWS::ApiGatewayV2::Stage',
  z.strictObject({ ...stageProperties, StageName: z.string() }),
  ofApi('WEBSOCKET'),
);
export const socketIntegration = runs(
  'AWS::ApiGatewayV2::Integration',
  z.strictObject({ ...integrationProperties, TimeoutInMillis: number.default(29_000) }),
  ofApi('WEBSOCKET'),
);
export const socketRoute = runs(
  'AWS::ApiGatewayV2::Route',
  z.strictObject({
    ApiId: z.string(),
    RouteKey: z.string(),
    Target: z.string(),
    AuthorizationType: z.enum(['NONE', 'CUSTOM']).default('NONE'),
    AuthorizerId: z.string().optional(),
    RouteResponseSelectionExpression: z.literal('$default').optional(),
    ApiKeyRequired: z.literal(false).optional(),
    OperationName: ignored,
  }),
  ofApi('WEBSOCKET'),
);
export const routeResponse = runs(
  'AWS::ApiGatewayV2::RouteResponse',
  z.strictObject({ ApiId: z.string(), RouteId: z.string(), RouteResponseKey: z.literal('$default') }),
);
export const socketAuthorizer = runs(
  'AWS::ApiGatewayV2::Authorizer',
  z.strictObject({
    ApiId: z.string(),
    AuthorizerType: z.literal('REQUEST'),
    AuthorizerUri: z.string(),
    IdentitySource: z
      .array(z.string().regex(/^route\.request\.(header|querystring)\.[\w.-]+$/, 'only headers and query parameters'))
      .default([]),
    Name: ignored,
  }),
  ofApi('WEBSOCKET'),
);
