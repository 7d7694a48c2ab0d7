import { CfnApi, CfnRoute, CfnStage, HttpApi, WebSocketApi, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketLambdaAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IConstruct } from 'constructs';
import { afterEach, describe, expect, it } from 'vitest';
import { openDataFolder, type DataFolder } from '#infra/local/cloud/data-folder/data-folder.ts';
import { lambdaFunction } from '#infra/local/cloud/lambda/function-types.ts';
import { socketApiOf } from '#infra/local/cloud/sockets/socket-routes.ts';
import { resolveStack } from '#tests/support/resolve-stack.ts';
import { synthesizeStack, type StackParts } from '#tests/support/synthesize-stack.ts';

let data: DataFolder | undefined;
afterEach(() => data?.release());

type Change = (api: WebSocketApi, stage: WebSocketStage, parts: StackParts) => void;

/** A stack with a WebSocket API that has an authorizer, a route and a stage, changed as the test likes. */
const read = async (change: Change) => {
  const folder = synthesizeStack('tiny-socket-functions.mjs', (parts) => {
    const { stack, fn } = parts;
    const integration = new WebSocketLambdaIntegration('Connect', fn('connect'));
    const authorizer = new WebSocketLambdaAuthorizer('Authorizer', fn('authorize'));
    const api = new WebSocketApi(stack, 'Sockets', { connectRouteOptions: { integration, authorizer } });
    const stage = new WebSocketStage(stack, 'Live', { webSocketApi: api, stageName: 'live', autoDeploy: true });
    change(api, stage, parts);
  });
  data = openDataFolder('memory');
  const { template, functions } = await resolveStack(folder, data);
  return { template, api: socketApiOf(template, functions) };
};
const override = (construct: IConstruct, property: string, value: unknown) => {
  const resource = construct.node.defaultChild;
  if (resource instanceof CfnApi || resource instanceof CfnRoute || resource instanceof CfnStage)
    resource.addPropertyOverride(property, value);
};

describe('the WebSocket API of a template', () => {
  it('is known by its stage, and its public addresses lead to this machine, as those of an HTTP API do', async () => {
    const { api, template } = await read((sockets, stage, { stack, fn }) => {
      const url = new HttpApi(stack, 'Http').url ?? '';
      fn('push', {
        environment: { CALLBACK: stage.callbackUrl, SOCKETS: stage.url, API: sockets.apiEndpoint, URL: url },
      });
    });
    expect(api?.stage).toBe('live');
    const push = template.resources(lambdaFunction).find(({ logicalId }) => logicalId.startsWith('push'));
    expect(push?.properties.Environment?.Variables).toEqual({
      CALLBACK: 'http://services/live',
      SOCKETS: 'ws://gateway/live',
      API: 'ws://gateway',
      URL: 'http://gateway/',
    });
  });

  it.each<[string, Change, RegExp]>([
    [
      'an authorizer on another route than $connect',
      (api, _stage, { fn }) => {
        const route = api.addRoute('push', { integration: new WebSocketLambdaIntegration('Push', fn('push')) });
        override(route, 'AuthorizationType', 'CUSTOM');
      },
      /only the route \$connect can have an authorizer/,
    ],
    [
      'a second stage',
      (api, _stage, { stack }) => new WebSocketStage(stack, 'Next', { webSocketApi: api, stageName: 'next' }),
      /Sockets\w+: the local cloud serves one WebSocket API with one stage/,
    ],
    [
      'a route chosen by a header',
      (api) => override(api, 'RouteSelectionExpression', '$request.header.action'),
      /Sockets\w+ \(AWS::ApiGatewayV2::Api\): the property RouteSelectionExpression is not supported/,
    ],
    [
      'a setting that is not known',
      (_api, stage) => override(stage, 'ClientCertificateId', 'x'),
      /Live\w+ \(AWS::ApiGatewayV2::Stage\): the property ClientCertificateId is not supported/,
    ],
    [
      'an API of another protocol',
      (api) => override(api, 'ProtocolType', 'MQTT'),
      /Sockets\w+ \(AWS::ApiGatewayV2::Api\): the property ProtocolType is not supported/,
    ],
  ])('is refused for %s', async (_name, change, message) => {
    await expect(read(change)).rejects.toThrow(message);
  });
});
