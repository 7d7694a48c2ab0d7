import { Validations } from 'aws-cdk-lib/core';
import { HttpApi as Gateway, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { Construct } from 'constructs';
import { type HttpFunctionName, pageFunction, pageRoutes, routes, unknownRouteFunction } from '#shared/api/routes.ts';
import type { Deployment } from '#infra/deployment.ts';
import type { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';
import { ApiStage } from './api-stage.ts';
import { HttpFunction } from './http-function.ts';
import { FunctionIntegration } from './function-integration.ts';
import type { ReadLog } from './read-log.ts';
import type { SignIn } from '#infra/constructs/identity/sign-in.ts';

export interface HttpApiProps {
  readonly deployment: Deployment;
  readonly signIn: SignIn;
  readonly readLog: ReadLog;
}

/** The HTTP API: each route of the route table before its function, and one function for every other path or method. */
export class HttpApi extends Construct {
  readonly gateway: Gateway;
  private readonly functions = new Map<string, ChanceryFunction>();

  constructor(scope: Construct, id: string, { deployment, signIn, readLog }: HttpApiProps) {
    super(scope, id);
    const names = new Set<HttpFunctionName | typeof pageFunction>([
      ...routes.map((route) => route.function),
      unknownRouteFunction,
      pageFunction,
    ]);
    for (const name of names) this.functions.set(name, new HttpFunction(this, name, { deployment, readLog }));
    const integrations = new Map(
      [...this.functions].map(([name, fn]) => [name, new FunctionIntegration(`${name}-integration`, fn)]),
    );

    this.gateway = new Gateway(this, 'Gateway', {
      apiName: `chancery-${deployment.stage}`,
      createDefaultStage: false,
      defaultIntegration: found(integrations, unknownRouteFunction),
    });
    const authorizer = new HttpUserPoolAuthorizer('Jwt', signIn.userPool, { userPoolClients: signIn.clients });
    for (const route of routes) {
      this.gateway.addRoutes({
        path: route.path,
        methods: [HttpMethod[route.method]],
        integration: found(integrations, route.function),
        ...(route.scope !== undefined && { authorizer, authorizationScopes: [route.scope] }),
      });
    }
    for (const key of pageRoutes) {
      const [, path = ''] = key.split(' ');
      const integration = found(integrations, pageFunction);
      this.gateway.addRoutes({ path, methods: [HttpMethod.GET], integration });
    }
    Validations.of(this.gateway).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason:
        'Public on purpose: health, the description of the API, the page for people, and unknown paths. Every route with a scope has the JWT authorizer.',
    });
    signIn.explorer.allowOrigin(this.gateway.apiEndpoint);
    new ApiStage(this, 'Stage', { deployment, gateway: this.gateway });
  }

  /** The function of that name. */
  function(name: HttpFunctionName | typeof pageFunction): ChanceryFunction {
    return found(this.functions, name);
  }
}

function found<Value>(values: ReadonlyMap<string, Value>, name: string): Value {
  const value = values.get(name);
  if (value === undefined) throw new Error(`No route has the function ${name}`);
  return value;
}
