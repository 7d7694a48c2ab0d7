import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { routes } from '#shared/api/routes.ts';
import { deployed } from '#tests/support/deployed.ts';

const stack = deployed('dev');
/** The resources of a type that belong to the HTTP API: the WebSocket API has the same types. */
const all: typeof stack.all = (type, properties) =>
  stack
    .all(type, z.unknown())
    .filter((resource) => !JSON.stringify(resource.properties).includes('"LiveSocketsGatewayApi'))
    .map((resource) => ({ ...resource, properties: properties.parse(resource.properties) }));
const ref = z.object({ Ref: z.string() }).transform(({ Ref }) => Ref);
const deployedRoutes = all(
  'AWS::ApiGatewayV2::Route',
  z.object({
    RouteKey: z.string(),
    AuthorizationType: z.string(),
    AuthorizationScopes: z.array(z.string()).optional(),
    AuthorizerId: ref.optional(),
    Target: z.object({ 'Fn::Join': z.tuple([z.literal(''), z.tuple([z.literal('integrations/'), ref])]) }),
  }),
).map(({ properties }) => properties);
const routeOf = (key: string) => deployedRoutes.find(({ RouteKey }) => RouteKey === key);

/** Name of the function behind a route. */
function answering(key: string): string | undefined {
  const integration = all(
    'AWS::ApiGatewayV2::Integration',
    z.object({ IntegrationUri: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }) }),
  ).find(({ id }) => id === routeOf(key)?.Target['Fn::Join'][1][1]);
  return stack.functions.find(({ id }) => id === integration?.properties.IntegrationUri['Fn::GetAtt'][0])?.name;
}

describe('the HTTP API', () => {
  it.each(routes)('routes $method $path to $function, for the scope of the route table', (route) => {
    const key = `${route.method} ${route.path}`;
    expect(answering(key)).toBe(route.function);
    const { AuthorizationType, AuthorizationScopes } = routeOf(key) ?? {};
    const expected = route.scope === undefined ? { type: 'NONE' } : { type: 'JWT', scopes: [route.scope] };
    expect({ type: AuthorizationType, scopes: AuthorizationScopes }).toEqual(expected);
  });

  it('lets nothing but health, its own description, the page for people and the answer to unknown routes be called without a token', () => {
    const open = deployedRoutes.filter(({ AuthorizerId }) => AuthorizerId === undefined);
    const keys = open.map(({ RouteKey }) => RouteKey).toSorted();
    expect(keys).toEqual([
      '$default',
      'GET /',
      'GET /asyncapi.json',
      'GET /docs',
      'GET /docs/{asset}',
      'GET /explore',
      'GET /explore/{proxy+}',
      'GET /health',
      'GET /openapi-examples.json',
      'GET /openapi.json',
    ]);
  });

  it('leads every other path and method to the function that refuses it', () => {
    expect(answering('$default')).toBe('describe-api');
  });

  it('accepts the tokens that the user pool issued to any of its clients', () => {
    const [authorizer] = all(
      'AWS::ApiGatewayV2::Authorizer',
      z.object({ JwtConfiguration: z.object({ Audience: z.array(ref), Issuer: z.unknown() }) }),
    );
    const clients = all('AWS::Cognito::UserPoolClient', z.unknown()).map(({ id }) => id);
    const [pool] = all('AWS::Cognito::UserPool', z.unknown());
    expect(authorizer?.properties.JwtConfiguration.Audience).toEqual(clients);
    expect(JSON.stringify(authorizer?.properties.JwtConfiguration.Issuer)).toContain(`{"Ref":"${pool?.id}"}`);
    expect(clients.length).toBeGreaterThan(1);
  });

  it('keeps executions for appends and for long polls where settings say so, and none by default', () => {
    const fn = z.object({ ReservedConcurrentExecutions: z.number().optional() });
    const reserved = (settings: Parameters<typeof deployed>[1]) => {
      const found = deployed('dev', settings);
      const names = new Map(found.functions.map(({ id, name }) => [id, name]));
      return found
        .all('AWS::Lambda::Function', fn)
        .flatMap(({ id, properties: { ReservedConcurrentExecutions: kept } }) =>
          kept === undefined ? [] : [[names.get(id), kept]],
        );
    };
    expect(reserved({})).toEqual([]);
    expect(Object.fromEntries(reserved({ reservedAppends: '50', maxLongPolls: '7' }))).toEqual({
      append: 50,
      'read-feed': 7,
    });
  });

  it('is throttled and logs each request as JSON', () => {
    const settings = z.object({ ThrottlingRateLimit: z.number(), ThrottlingBurstLimit: z.number() });
    const [stage] = all(
      'AWS::ApiGatewayV2::Stage',
      z.object({ DefaultRouteSettings: settings, AccessLogSettings: z.object({ Format: z.string() }) }),
    );
    expect(stage?.properties.DefaultRouteSettings.ThrottlingRateLimit).toBeGreaterThan(0);
    const format: unknown = JSON.parse(stage?.properties.AccessLogSettings.Format ?? '');
    expect(format).toMatchObject({ requestId: '$context.requestId', status: '$context.status' });
  });
});
