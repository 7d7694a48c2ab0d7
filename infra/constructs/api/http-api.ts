import { Duration, Validations } from 'aws-cdk-lib/core';
import { HttpApi as Gateway, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import { type HttpFunctionName, routes, unknownRouteFunction } from '#shared/api/routes.ts';
import type { Deployment } from '#infra/deployment.ts';
import { ApiStage } from './api-stage.ts';
import { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';
import type { SignIn } from './sign-in.ts';

/** Clients with a token may ask to wait (`Prefer: wait=N`, `wait=N`, `atLeast`, a ping), up to just less than the 30 s after which API Gateway gives up. */
const mayWait = new Set(routes.filter(({ scope }) => scope !== undefined).map((route) => route.function));

export interface HttpApiProps {
  readonly deployment: Deployment;
  readonly signIn: SignIn;
}

/** The HTTP API: each route of the route table with its function, and a function for every other path or method. */
export class HttpApi extends Construct {
  readonly gateway: Gateway;
  readonly stage: ApiStage;
  /** Every function behind the API, by its name. */
  readonly functions: ReadonlyMap<string, ChanceryFunction>;

  constructor(scope: Construct, id: string, { deployment, signIn }: HttpApiProps) {
    super(scope, id);
    const names = new Set([...routes.map((route) => route.function), unknownRouteFunction]);
    this.functions = new Map(
      [...names].map((name) => {
        const timeout = Duration.seconds(mayWait.has(name) ? 29 : 10);
        return [name, new ChanceryFunction(this, name, { deployment, timeout })];
      }),
    );
    const integrations = new Map([...this.functions].map(([name, fn]) => [name, new HttpLambdaIntegration(name, fn)]));

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
        'Public on purpose: health, the description of the API, and the refusal of an unknown path. Every route with a scope has the JWT authorizer.',
    });
    this.stage = new ApiStage(this, 'Stage', { deployment, gateway: this.gateway });
  }

  /** The function of that name. */
  function(name: HttpFunctionName): ChanceryFunction {
    return found(this.functions, name);
  }
}

function found<Value>(values: ReadonlyMap<string, Value>, name: string): Value {
  const value = values.get(name);
  if (value === undefined) throw new Error(`No route has the function ${name}`);
  return value;
}
