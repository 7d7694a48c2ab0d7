import { type HttpApi as Gateway, HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import type { Deployment } from '#infra/deployment.ts';
import { stageSettings } from './stage-settings.ts';

const fields = {
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

/** The HTTP API as it is called. */
export class ApiStage extends HttpStage {
  constructor(scope: Construct, id: string, { deployment, gateway }: ApiStageProps) {
    super(scope, id, {
      httpApi: gateway,
      stageName: '$default',
      ...stageSettings(scope, { deployment, log: 'access', fields }),
    });
  }
}
