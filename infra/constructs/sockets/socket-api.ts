import { WebSocketApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketLambdaAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Stack, Validations } from 'aws-cdk-lib/core';
import type { CfnElement } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Deployment } from '#infra/deployment.ts';
import { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';
import type { SignIn } from '#infra/constructs/api/sign-in.ts';
import { SocketStage } from './socket-stage.ts';

export interface SocketApiProps {
  readonly deployment: Deployment;
  readonly signIn: SignIn;
}

/** The WebSocket API: who connects is asked for a token, and functions are told of a connection, of its messages and of its end. */
export class SocketApi extends Construct {
  readonly api: WebSocketApi;
  readonly stage: SocketStage;
  readonly authorizing: ChanceryFunction;
  readonly opening: ChanceryFunction;
  readonly answering: ChanceryFunction;
  readonly closing: ChanceryFunction;

  constructor(scope: Construct, id: string, { deployment, signIn }: SocketApiProps) {
    super(scope, id);
    this.authorizing = new ChanceryFunction(this, 'authorize-socket', { deployment });
    this.opening = new ChanceryFunction(this, 'open-socket', { deployment });
    this.answering = new ChanceryFunction(this, 'answer-socket', { deployment });
    this.closing = new ChanceryFunction(this, 'close-socket', { deployment });
    signIn.tellIssuer(this.authorizing);

    const to = (fn: ChanceryFunction) => ({ integration: new WebSocketLambdaIntegration(fn.node.id, fn) });
    // Without an identity source it is always asked: a token comes by a header, or by a subprotocol.
    const authorizer = new WebSocketLambdaAuthorizer('Authorizer', this.authorizing, { identitySource: [] });
    this.api = new WebSocketApi(this, 'Api', {
      apiName: `chancery-${deployment.stage}-sockets`,
      connectRouteOptions: { ...to(this.opening), authorizer },
      defaultRouteOptions: to(this.answering),
      disconnectRouteOptions: to(this.closing),
    });
    Validations.of(this.api).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: 'Only $connect can have an authorizer, and has; the other routes are those of its connections.',
    });
    this.stage = new SocketStage(this, 'Stage', { deployment, api: this.api });
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
        reason: 'Which connections there will be, nobody knows beforehand.',
      });
    }
  }
}
