import {
  HttpIntegrationType,
  HttpRouteIntegration,
  type HttpRouteIntegrationBindOptions,
  type HttpRouteIntegrationConfig,
  PayloadFormatVersion,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Stack } from 'aws-cdk-lib/core';

/**
 * One function behind several routes of an HTTP API, with one permission for all of them. The library's own adds one
 * for each route, or, for the whole API, one that does not cover `$default`.
 */
export class FunctionIntegration extends HttpRouteIntegration {
  private readonly fn: IFunction;

  constructor(id: string, fn: IFunction) {
    super(id);
    this.fn = fn;
  }

  override bind({ route }: HttpRouteIntegrationBindOptions): HttpRouteIntegrationConfig {
    this.fn.addPermission('Routes', {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: Stack.of(route).formatArn({
        service: 'execute-api',
        resource: route.httpApi.apiId,
        resourceName: '*',
      }),
    });
    return {
      type: HttpIntegrationType.AWS_PROXY,
      uri: this.fn.functionArn,
      payloadFormatVersion: PayloadFormatVersion.VERSION_2_0,
    };
  }
}
