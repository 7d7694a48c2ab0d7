import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import type { HttpApi as Gateway } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Deployment } from '../deployment.ts';

/** What the access log says of a request: enough to find the function's own log lines, and nothing of what was sent. */
const accessLog = {
  requestId: '$context.requestId',
  requestTime: '$context.requestTime',
  sourceIp: '$context.identity.sourceIp',
  client: '$context.authorizer.claims.client_id',
  routeKey: '$context.routeKey',
  path: '$context.path',
  status: '$context.status',
  responseLength: '$context.responseLength',
  responseLatency: '$context.responseLatency',
  authorizerError: '$context.authorizer.error',
  integrationError: '$context.integrationErrorMessage',
};

export interface ApiStageProps {
  readonly deployment: Deployment;
  readonly gateway: Gateway;
}

/** The API as it is called: deployed at once, throttled for everybody together, each request logged. */
export class ApiStage extends HttpStage {
  constructor(scope: Construct, id: string, { deployment, gateway }: ApiStageProps) {
    const logGroup = new LogGroup(scope, 'AccessLog', {
      logGroupName: `/chancery/${deployment.stage}/access`,
      retention: deployment.logRetention,
      removalPolicy: deployment.removalPolicy,
    });
    super(scope, id, {
      httpApi: gateway,
      stageName: '$default',
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
