import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { type IAccessLogSettings, LogGroupLogDestination, type ThrottleSettings } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { encryptedData } from '#infra/constructs/primitives/data-key.ts';
import type { Deployment } from '#infra/deployment.ts';

/**
 * What is logged of every request, next to the fields of the API in question: enough to find the function's log lines,
 * and nothing of what was sent.
 */
const logged = {
  requestId: '$context.requestId',
  requestTime: '$context.requestTime',
  sourceIp: '$context.identity.sourceIp',
  status: '$context.status',
  authorizerError: '$context.authorizer.error',
  integrationError: '$context.integrationErrorMessage',
};

export interface StageSettingsProps {
  readonly deployment: Deployment;
  /** More variables of API Gateway to log, by the names they are logged under. */
  readonly fields: Readonly<Record<string, string>>;
}

interface StageSettings {
  readonly autoDeploy: true;
  readonly throttle: ThrottleSettings;
  /** Metrics for each route are custom metrics, and priced as such. */
  readonly detailedMetricsEnabled: boolean;
  readonly accessLogSettings: IAccessLogSettings;
}

/** How either API is called: deployed at once, throttled over all clients together, each request logged. */
export function stageSettings(scope: Construct, { deployment, fields }: StageSettingsProps): StageSettings {
  const logGroup = new LogGroup(scope, 'AccessLog', {
    retention: deployment.logRetention,
    ...encryptedData(scope),
    removalPolicy: deployment.removalPolicy,
  });
  return {
    autoDeploy: true,
    throttle: { rateLimit: 500, burstLimit: 1000 },
    detailedMetricsEnabled: deployment.routeMetrics === 'on',
    accessLogSettings: {
      destination: new LogGroupLogDestination(logGroup),
      format: AccessLogFormat.custom(JSON.stringify({ ...logged, ...fields })),
    },
  };
}
