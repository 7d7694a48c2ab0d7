import { type WebSocketApi, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
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
 * The WebSocket API as it is called. For the access log, API Gateway needs a role that is set once for an account and region, unlike for an
 * HTTP API.
 */
export class SocketStage extends WebSocketStage {
  constructor(scope: Construct, id: string, { deployment, api }: SocketStageProps) {
    super(scope, id, {
      webSocketApi: api,
      stageName: 'live',
      ...stageSettings(scope, { deployment, log: 'socket-access', fields }),
    });
  }
}
