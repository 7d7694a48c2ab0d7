import { Duration, Validations } from 'aws-cdk-lib/core';
import { HttpApi as Gateway, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { Construct } from 'constructs';
import { type HttpFunctionName, routes, unknownRouteFunction } from '#shared/api/routes.ts';
import type { Deployment } from '#infra/deployment.ts';
import { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';
import { ApiStage } from './api-stage.ts';
import { FunctionIntegration } from './function-integration.ts';
import type { SignIn } from './sign-in.ts';

/** A client with a token can ask to wait (`Prefer: wait=N`, `wait=N`, `atLeast`, a ping), up to just less than the 30 s after which API Gateway gives up. */
const mayWait = new Set(routes.filter(({ scope }) => scope !== undefined).map((route) => route.function));

export interface HttpApiProps {
  readonly deployment: Deployment;
  readonly signIn: SignIn;
}

/** The HTTP API: each route of the route table before its function, and one function for every other path or method. */
export class HttpApi extends Construct {
  readonly gateway: Gateway;
  private readonly deployment: Deployment;
  private readonly functions = new Map<string, ChanceryFunction>();

  constructor(scope: Construct, id: string, { deployment, signIn }: HttpApiProps) {
    super(scope, id);
    this.deployment = deployment;
    const names = new Set([...routes.map((route) => route.function), unknownRouteFunction]);
    for (const name of names) this.functions.set(name, this.addFunction(name));
    const integrations = new Map(
      [...this.functions].map(([name, fn]) => [name, new FunctionIntegration(`${name}-integration`, fn)]),
    );

    this.gateway = new Gateway(this, 'Gateway', {
      apiName: `chancery-${deployment.stage}`,
      createDefaultStage: false,
      defaultIntegration: found(integrations, unknownRouteFunction),
    });
    const authorizer = new HttpUserPoolAuthorizer('Jwt', signIn.userPool, { userPoolClients: [signIn.client] });
    for (const route of routes) {
      this.gateway.addRoutes({
        path: route.path,
        methods: [HttpMethod[route.method]],
        integration: found(integrations, route.function),
        ...(route.scope !== undefined && { authorizer, authorizationScopes: [route.scope] }),
      });
    }
    Validations.of(this.gateway).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason:
        'Public on purpose: health, the description of the API, and unknown paths. Every route with a scope has the JWT authorizer.',
    });
    new ApiStage(this, 'Stage', { deployment, gateway: this.gateway });
  }

  /** The function of that name. */
  function(name: HttpFunctionName): ChanceryFunction {
    return found(this.functions, name);
  }

  private addFunction(name: HttpFunctionName): ChanceryFunction {
    const { deployment } = this;
    const { reservedAppends, maxLongPolls } = deployment.concurrency;
    const reserved: Partial<Record<HttpFunctionName, number | undefined>> = {
      append: reservedAppends,
      'read-feed': maxLongPolls,
    };
    const reservedConcurrentExecutions = reserved[name];
    return new ChanceryFunction(this, name, {
      deployment,
      timeout: Duration.seconds(mayWait.has(name) ? 29 : 10),
      watched: [],
      ...(reservedConcurrentExecutions !== undefined && { reservedConcurrentExecutions }),
    });
  }
}

function found<Value>(values: ReadonlyMap<string, Value>, name: string): Value {
  const value = values.get(name);
  if (value === undefined) throw new Error(`No route has the function ${name}`);
  return value;
}
