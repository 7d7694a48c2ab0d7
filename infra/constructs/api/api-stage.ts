import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { type HttpApi as Gateway, HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import type { Deployment } from '#infra/deployment.ts';
import { Monitoring } from '#infra/constructs/monitoring/monitoring.ts';
import { stageSettings } from './stage-settings.ts';

const fields = {
  subject: '$context.authorizer.claims.sub',
  client: '$context.authorizer.claims.client_id',
  routeKey: '$context.routeKey',
  path: '$context.path',
  responseLength: '$context.responseLength',
  responseLatency: '$context.responseLatency',
};

export interface ApiStageProps {
  readonly deployment: Deployment;
  readonly gateway: Gateway;
}

/** The HTTP API as it is called: its throttling, log, graphs and alarm. */
export class ApiStage extends HttpStage {
  constructor(scope: Construct, id: string, { deployment, gateway }: ApiStageProps) {
    super(scope, id, {
      httpApi: gateway,
      stageName: '$default',
      ...stageSettings(scope, { deployment, fields }),
    });
    const monitoring = Monitoring.of(this);
    monitoring.plot('Requests', this.metricCount(), this.metricClientError(), this.metricServerError());
    monitoring.plot(
      'Response time (ms)',
      this.metricLatency({ statistic: Stats.percentile(50), label: 'p50' }),
      this.metricLatency({ statistic: Stats.percentile(99), label: 'p99' }),
    );
    // The errors and throttles of the functions behind the API are among these.
    monitoring.alarm('api-server-errors', {
      metric: this.metricServerError({ statistic: Stats.SUM }),
      meaning: 'The API replies to requests with 5xx',
      entry: 'api-server-errors',
    });
  }
}
