import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { LogGroupLogDestination, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import type { WebSocketApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Deployment } from '../deployment.ts';

/** What the access log says: enough to find the function's own log lines, and nothing of what was sent. */
const accessLog = {
  requestId: '$context.requestId',
  requestTime: '$context.requestTime',
  sourceIp: '$context.identity.sourceIp',
  subject: '$context.authorizer.subject',
  connectionId: '$context.connectionId',
  eventType: '$context.eventType',
  status: '$context.status',
  authorizerError: '$context.authorizer.error',
  integrationError: '$context.integrationErrorMessage',
};

export interface SocketStageProps {
  readonly deployment: Deployment;
  readonly api: WebSocketApi;
}

/**
 * The WebSocket API as it is called: deployed at once, throttled for everybody together, each request logged. For the log, API Gateway needs
 * a role that is set once for an account and region, unlike for an HTTP API.
 */
export class SocketStage extends WebSocketStage {
  constructor(scope: Construct, id: string, { deployment, api }: SocketStageProps) {
    const logGroup = new LogGroup(scope, 'AccessLog', {
      logGroupName: `/chancery/${deployment.stage}/socket-access`,
      retention: deployment.logRetention,
      removalPolicy: deployment.removalPolicy,
    });
    super(scope, id, {
      webSocketApi: api,
      stageName: 'live',
      autoDeploy: true,
      throttle: { rateLimit: 500, burstLimit: 1000 },
      detailedMetricsEnabled: true,
      accessLogSettings: {
        destination: new LogGroupLogDestination(logGroup),
        format: AccessLogFormat.custom(JSON.stringify(accessLog)),
      },
    });
  }
}
