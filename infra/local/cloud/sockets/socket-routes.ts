import type { IncomingMessage } from 'node:http';
import type { HostedFunction } from '#infra/local/cloud/lambda/function-host.ts';
import { integratedFunction } from '#infra/local/cloud/http/api-integration.ts';
import { Refusal } from '#infra/local/refusal.ts';
import { socketAuthorizer, type Access } from './socket-authorizer.ts';
import type { ConnectionFacts } from './socket-event.ts';
import {
  routeResponse,
  socketApi,
  socketAuthorizer as authorizerType,
  socketIntegration,
  socketRoute,
  socketStage,
} from './socket-types.ts';
import type { ResolvedTemplate } from '#infra/local/cloud/template/template.ts';

export interface SocketRoute {
  readonly routeKey: string;
  readonly fn: HostedFunction;
  readonly timeoutMs: number;
  /** Whether the client receives the body of the function's response. */
  readonly responds: boolean;
}

/** The template's WebSocket API. */
export interface SocketApi {
  readonly apiId: string;
  readonly stage: string;
  readonly stageVariables: Record<string, string> | undefined;
  readonly route: (routeKey: string) => SocketRoute | undefined;
  /** The route of a message: the one that its body names, else `$default`. */
  readonly select: (body: string) => SocketRoute | undefined;
  readonly authorize: (request: IncomingMessage, facts: ConnectionFacts) => Promise<Access>;
}

/** Reads the WebSocket API of a template; `undefined` when it has none. */
export function socketApiOf(
  template: ResolvedTemplate,
  functions: ReadonlyMap<string, HostedFunction>,
): SocketApi | undefined {
  const [api, ...others] = template.resources(socketApi);
  if (api === undefined) return undefined;
  const [stage, ...stages] = template.resources(socketStage);
  if (others.length > 0 || stage === undefined || stages.length > 0)
    throw new Refusal(`${api.logicalId}: the local cloud serves one WebSocket API with one stage`);

  const routes = new Map(
    socketRoutes(template, functions).map((route) => [route.routeKey, route] satisfies [string, SocketRoute]),
  );
  const field = /\w+(?=\}?$)/.exec(api.properties.RouteSelectionExpression)?.[0] ?? '';
  return {
    apiId: api.reference,
    stage: stage.properties.StageName,
    stageVariables: stage.properties.StageVariables,
    route: (routeKey) => routes.get(routeKey),
    select: (body) => {
      const key = textField(body, field);
      const named = key === undefined || key.startsWith('$') ? undefined : routes.get(key);
      return named ?? routes.get('$default');
    },
    authorize: authorizerOf(template, functions),
  };
}

function socketRoutes(template: ResolvedTemplate, functions: ReadonlyMap<string, HostedFunction>): SocketRoute[] {
  const integrations = new Map(
    template.resources(socketIntegration).map((one) => [`integrations/${one.reference}`, one]),
  );
  const responding = new Set(template.resources(routeResponse).map(({ properties }) => properties.RouteId));
  return template.resources(socketRoute).map(({ logicalId, reference, properties }) => {
    const integration = integrations.get(properties.Target);
    if (integration === undefined)
      throw new Refusal(`${logicalId}: the target ${properties.Target} is not an integration`);
    return {
      routeKey: properties.RouteKey,
      fn: integratedFunction(functions, integration.properties.IntegrationUri, integration.logicalId),
      timeoutMs: Math.min(integration.properties.TimeoutInMillis, 29_000),
      responds: responding.has(reference),
    };
  });
}

function authorizerOf(
  template: ResolvedTemplate,
  functions: ReadonlyMap<string, HostedFunction>,
): SocketApi['authorize'] {
  const guarded = template.resources(socketRoute).filter(({ properties }) => properties.AuthorizationType === 'CUSTOM');
  const [connect, ...others] = guarded.toSorted((a) => (a.properties.RouteKey === '$connect' ? -1 : 1));
  if (connect === undefined) return async () => ({ authorizer: undefined });
  if (connect.properties.RouteKey !== '$connect' || others.length > 0)
    throw new Refusal(`${(others[0] ?? connect).logicalId}: only the route $connect can have an authorizer`);
  const { AuthorizerId: authorizerId } = connect.properties;
  const found = template.resources(authorizerType).find(({ reference }) => reference === authorizerId);
  if (found === undefined)
    throw new Refusal(`${connect.logicalId}: the authorizer ${authorizerId} is not in this template`);
  return socketAuthorizer({
    fn: integratedFunction(functions, found.properties.AuthorizerUri, found.logicalId),
    identitySource: found.properties.IdentitySource,
    accountId: template.accountId,
    region: template.region,
  });
}

function textField(body: string, field: string): string | undefined {
  try {
    const value: unknown = Object(JSON.parse(body))[field];
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
