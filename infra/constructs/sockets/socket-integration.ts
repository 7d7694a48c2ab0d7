import {
  WebSocketIntegrationType,
  type WebSocketRouteIntegrationBindOptions,
  type WebSocketRouteIntegrationConfig,
  WebSocketRouteIntegration,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Stack } from 'aws-cdk-lib/core';

/**
 * One function behind several routes of a WebSocket API, with one permission for all of them; the library's own adds
 * one for each.
 */
export class SocketIntegration extends WebSocketRouteIntegration {
  private readonly fn: IFunction;
  private permitted = false;

  constructor(id: string, fn: IFunction) {
    super(id);
    this.fn = fn;
  }

  override bind({ route }: WebSocketRouteIntegrationBindOptions): WebSocketRouteIntegrationConfig {
    const stack = Stack.of(route);
    if (!this.permitted)
      this.fn.addPermission('SocketRoutes', {
        principal: new ServicePrincipal('apigateway.amazonaws.com'),
        sourceArn: stack.formatArn({ service: 'execute-api', resource: route.webSocketApi.apiId, resourceName: '*' }),
      });
    this.permitted = true;
    const uri = stack.formatArn({
      service: 'apigateway',
      account: 'lambda',
      resource: 'path/2015-03-31/functions',
      resourceName: `${this.fn.functionArn}/invocations`,
    });
    return { type: WebSocketIntegrationType.AWS_PROXY, uri };
  }
}
