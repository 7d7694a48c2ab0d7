import { type WebSocketApi, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { CfnAccount } from 'aws-cdk-lib/aws-apigateway';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { RemovalPolicy, Validations } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Deployment } from '#infra/deployment.ts';
import { stageSettings } from '#infra/constructs/api/stage-settings.ts';

const fields = {
  subject: '$context.authorizer.subject',
  connectionId: '$context.connectionId',
  eventType: '$context.eventType',
};

export interface SocketStageProps {
  readonly deployment: Deployment;
  readonly api: WebSocketApi;
}

/**
 * The WebSocket API as it is called. For the access log, API Gateway needs a role that is set once for an account and
 * region, unlike for an HTTP API: the stack sets it where the deployment says so.
 */
export class SocketStage extends WebSocketStage {
  constructor(scope: Construct, id: string, { deployment, api }: SocketStageProps) {
    super(scope, id, {
      webSocketApi: api,
      stageName: 'live',
      ...stageSettings(scope, { deployment, fields }),
    });
    if (deployment.accountLogRole === 'on') this.node.addDependency(accountLogRole(scope));
  }
}

/**
 * Lets API Gateway write logs in this account and region; kept when the stack is destroyed, since other APIs may rely
 * on it.
 */
function accountLogRole(scope: Construct): CfnAccount {
  const policy = 'service-role/AmazonAPIGatewayPushToCloudWatchLogs';
  const role = new Role(scope, 'AccountLogRole', {
    assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
    managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName(policy)],
  });
  role.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  const account = new CfnAccount(scope, 'Account', { cloudWatchRoleArn: role.roleArn });
  account.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  Validations.of(role).acknowledge({
    id: 'AwsSolutions-IAM4',
    reason: `${policy} is the policy that AWS asks for here.`,
  });
  return account;
}
