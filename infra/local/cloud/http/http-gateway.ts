import type { IncomingMessage } from 'node:http';
import { timedOut, type Outcome } from '#infra/local/cloud/lambda/execution-environment.ts';
import { isThrottled } from '#infra/local/cloud/lambda/executions.ts';
import type { HostedFunction } from '#infra/local/cloud/lambda/function-host.ts';
import { requestTooLarge } from '#infra/local/cloud/lambda/payload-limits.ts';
import { gatewayProblem } from './gateway-problem.ts';
import { httpEvent, target } from './http-event.ts';
import { bodyLimit, type Body } from './http-server.ts';
import { httpResponse, type HttpResponse } from './http-response.ts';
import { routeTable } from './http-routes.ts';
import { httpApi, httpAuthorizer, httpIntegration, httpRoute, httpStage } from './http-types.ts';
import { integratedFunction } from './api-integration.ts';
import { jwtAuthorizer, type Authorizer } from './jwt-authorizer.ts';
import type { JwtIssuer } from '#infra/local/cloud/cognito/jwt-issuer.ts';
import { Refusal } from '#infra/local/refusal.ts';
import type { ResolvedTemplate } from '#infra/local/cloud/template/template.ts';
import { within } from '#infra/local/cloud/within.ts';

interface Route {
  readonly routeKey: string;
  readonly fn: HostedFunction;
  readonly timeoutMs: number;
  readonly authorizer: Authorizer | undefined;
  readonly scopes: readonly string[];
}

/** Serves the template's HTTP API: route, authorizer, function. Returns `undefined` when the template has no API. */
export function httpGateway(
  template: ResolvedTemplate,
  functions: ReadonlyMap<string, HostedFunction>,
  issuer: JwtIssuer,
): ((request: IncomingMessage, body: Body) => Promise<HttpResponse>) | undefined {
  const [api, ...others] = template.resources(httpApi);
  if (api === undefined) return undefined;
  if (others.length > 0) throw new Refusal('The local cloud serves one HTTP API, and the template has several');
  const select = routeTable(routes(template, functions, issuer).map((route) => ({ routeKey: route.routeKey, route })));
  const stageVariables = template.resources(httpStage)[0]?.properties.StageVariables;

  return async (request, body) => {
    const { rawPath } = target(request);
    const found = select(request.method ?? 'GET', rawPath);
    if (found === undefined) return gatewayProblem('not-found', `There is no route ${request.method} ${rawPath}`);
    const { route, pathParameters } = found;

    const access = await route.authorizer?.(request.headers.authorization, route.scopes);
    if (access !== undefined && 'refused' in access) return access.refused;
    if (body === undefined) return gatewayProblem('payload-too-large', `A request may have ${bodyLimit} bytes`);

    const event = httpEvent({
      request,
      body,
      routeKey: route.routeKey,
      pathParameters,
      stageVariables,
      jwt: access?.authorized,
      apiId: api.reference,
      accountId: template.accountId,
    });
    const response = toResponse(await within(route.timeoutMs, route.fn.invoke(event, route.timeoutMs)), route.fn);
    return { ...response, headers: { ...response.headers, 'apigw-requestid': event.requestContext.requestId } };
  };
}

function toResponse(outcome: Outcome | undefined, { name }: HostedFunction): HttpResponse {
  if (outcome === undefined || timedOut(outcome))
    return gatewayProblem('unavailable', `${name} did not respond in time`);
  if (isThrottled(outcome)) return gatewayProblem('unavailable', `${name} is throttled: all executions are taken`);
  if (requestTooLarge(outcome)) return gatewayProblem('payload-too-large', outcome.error?.errorMessage ?? '');
  if (outcome.error !== undefined) return gatewayProblem('internal-error', `${name} failed: see its log`);
  return httpResponse(outcome.payload) ?? gatewayProblem('internal-error', `${name} gave no HTTP response`);
}

function routes(
  template: ResolvedTemplate,
  functions: ReadonlyMap<string, HostedFunction>,
  issuer: JwtIssuer,
): Route[] {
  const authorizers = new Map(
    template.resources(httpAuthorizer).map(({ reference, properties: { JwtConfiguration } }) => {
      const settings = { issuer: JwtConfiguration.Issuer, audience: JwtConfiguration.Audience };
      return [reference, jwtAuthorizer(settings, issuer.publicKeys)];
    }),
  );
  const integrations = new Map(
    template.resources(httpIntegration).map((one) => [`integrations/${one.reference}`, one]),
  );

  return template.resources(httpRoute).map(({ logicalId, properties }) => {
    const integration = integrations.get(properties.Target);
    if (integration === undefined)
      throw new Refusal(`${logicalId}: the target ${properties.Target} is not an integration`);
    const authorizer = authorizers.get(properties.AuthorizerId ?? '');
    if (properties.AuthorizationType === 'JWT' && authorizer === undefined)
      throw new Refusal(`${logicalId}: the authorizer ${properties.AuthorizerId} is not in this template`);
    return {
      routeKey: properties.RouteKey,
      fn: integratedFunction(functions, integration.properties.IntegrationUri, integration.logicalId),
      timeoutMs: Math.min(integration.properties.TimeoutInMillis, 30_000),
      authorizer: properties.AuthorizationType === 'JWT' ? authorizer : undefined,
      scopes: properties.AuthorizationScopes,
    };
  });
}
