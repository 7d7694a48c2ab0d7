import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { WebSocketApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketLambdaAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Stack, Validations } from 'aws-cdk-lib/core';
import type { CfnElement } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Deployment } from '#infra/deployment.ts';
import type { ReadLog } from '#infra/constructs/api/read-log.ts';
import type { SignIn } from '#infra/constructs/identity/sign-in.ts';
import { Monitoring } from '#infra/constructs/monitoring/monitoring.ts';
import { ownMetric } from '#infra/constructs/monitoring/own-metric.ts';
import { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';
import { SocketIntegration } from './socket-integration.ts';
import { SocketStage } from './socket-stage.ts';

export interface SocketApiProps {
  readonly deployment: Deployment;
  readonly signIn: SignIn;
  readonly readLog: ReadLog;
}

/**
 * The WebSocket API: one function verifies the token of a client that connects, another one handles connections,
 * messages and ends.
 */
export class SocketApi extends Construct {
  readonly serve: ChanceryFunction;
  readonly stage: SocketStage;
  private readonly api: WebSocketApi;

  constructor(scope: Construct, id: string, { deployment, signIn, readLog }: SocketApiProps) {
    super(scope, id);
    // It refuses a token by an error: that is none to be alarmed about.
    const authorize = new ChanceryFunction(this, 'authorize-socket', { deployment, watched: ['throttles'] });
    signIn.grantVerify(authorize);
    this.serve = new ChanceryFunction(this, 'serve-socket', { deployment, sharedLog: readLog });

    const integration = new SocketIntegration('serve-socket', this.serve);
    // Without an identity source the authorizer is always invoked: a token comes by a header, or by a subprotocol.
    const authorizer = new WebSocketLambdaAuthorizer('Authorizer', authorize, { identitySource: [] });
    this.api = new WebSocketApi(this, 'Api', {
      apiName: `chancery-${deployment.stage}-sockets`,
      connectRouteOptions: { integration, authorizer },
      defaultRouteOptions: { integration },
      disconnectRouteOptions: { integration },
    });
    Validations.of(this.api).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: 'Only $connect can have an authorizer, and has; the other routes are those of its connections.',
    });
    this.stage = new SocketStage(this, 'Stage', { deployment, api: this.api });
    this.watch(authorize);
  }

  /** Sets the address that clients connect to. */
  grantName(fn: ChanceryFunction): void {
    fn.setEnvironment({ SOCKET_URL: this.stage.url });
  }

  /** Lets a function send to connections (`POST`), or end them as well (`DELETE`). */
  grantConnections(fn: ChanceryFunction, ...methods: ('POST' | 'DELETE')[]): void {
    fn.setEnvironment({ SOCKETS_URL: this.stage.callbackUrl });
    const stack = Stack.of(this);
    const apiId = stack.getLogicalId(this.api.node.defaultChild as CfnElement);
    for (const method of methods) {
      const connections = `${this.stage.stageName}/${method}/@connections/*`;
      const arn = stack.formatArn({ service: 'execute-api', resource: this.api.apiId, resourceName: connections });
      fn.addToRolePolicy(new PolicyStatement({ actions: ['execute-api:ManageConnections'], resources: [arn] }));
      Validations.of(fn.role ?? fn).acknowledge({
        id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:execute-api:<AWS::Region>:<AWS::AccountId>:<${apiId}>/${connections}]`,
        reason: 'Ids of connections are not known beforehand.',
      });
    }
  }

  private watch(authorize: ChanceryFunction): void {
    Monitoring.of(this).alarm('tokens-not-verified', {
      metric: ownMetric('Failures', authorize.node.id),
      meaning: 'Tokens of sockets cannot be verified',
      entry: 'tokens-not-verified',
    });
    Monitoring.of(this).alarm('socket-api-errors', {
      metric: this.stage.metric('ExecutionError', { statistic: Stats.SUM }),
      meaning: 'API Gateway fails messages of sockets by itself',
      entry: 'api-server-errors',
    });
  }
}
