import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { deployed } from '#tests/support/deployed.ts';

const stack = deployed('dev');
const all = <Properties>(type: string, properties: z.ZodType<Properties>) =>
  stack
    .all(type, z.unknown())
    .filter(({ id, properties: found }) => /LiveSockets/.test(`${id} ${JSON.stringify(found)}`))
    .map((resource) => properties.parse(resource.properties));

const arn = z
  .object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) })
  .transform((attribute) => attribute['Fn::GetAtt'][0].replace(/[0-9A-F]{8}$/, ''));

describe('the WebSocket API', () => {
  it('invokes its authorizer for every client that connects, whatever headers it sends', () => {
    const routes = all('AWS::ApiGatewayV2::Route', z.object({ RouteKey: z.string(), AuthorizationType: z.string() }));
    const authorization = Object.fromEntries(routes.map((route) => [route.RouteKey, route.AuthorizationType]));
    expect(authorization).toEqual({ $connect: 'CUSTOM', $disconnect: 'NONE', $default: 'NONE' });
    const authorizer = z.object({ AuthorizerType: z.string(), IdentitySource: z.array(z.string()) });
    expect(all('AWS::ApiGatewayV2::Authorizer', authorizer)).toEqual([
      { AuthorizerType: 'REQUEST', IdentitySource: [] },
    ]);
  });

  it('has one function behind its routes, with one permission', () => {
    expect(all('AWS::ApiGatewayV2::Integration', z.object({ IntegrationType: z.string() }))).toEqual([
      { IntegrationType: 'AWS_PROXY' },
    ]);
    const permission = z.object({ FunctionName: arn });
    expect(
      all('AWS::Lambda::Permission', permission)
        .map(({ FunctionName }) => FunctionName)
        .toSorted(),
    ).toEqual(['LiveSocketsGatewayauthorizesocket', 'LiveSocketsGatewayservesocket']);
  });

  it('is throttled and logs each request as JSON, without what was sent', () => {
    const settings = z.object({ ThrottlingRateLimit: z.number(), ThrottlingBurstLimit: z.number() });
    const [stage] = all(
      'AWS::ApiGatewayV2::Stage',
      z.object({ DefaultRouteSettings: settings, AccessLogSettings: z.object({ Format: z.string() }) }),
    );
    expect(stage?.DefaultRouteSettings.ThrottlingRateLimit).toBeGreaterThan(0);
    const format: unknown = JSON.parse(stage?.AccessLogSettings.Format ?? '');
    expect(format).toMatchObject({ requestId: '$context.requestId', connectionId: '$context.connectionId' });
    expect(JSON.stringify(format)).not.toMatch(/protocol|token|body/i);
  });
});

describe('the pushes', () => {
  const scaling = z.object({ MaximumConcurrency: z.number() });
  const mapping = z.object({ EventSourceArn: arn, BatchSize: z.number(), ScalingConfig: scaling });
  const queue = z.object({
    FifoQueue: z.boolean().optional(),
    DeduplicationScope: z.string().optional(),
    FifoThroughputLimit: z.string().optional(),
    VisibilityTimeout: z.number().optional(),
  });
  const queues = new Map(
    stack.all('AWS::SQS::Queue', queue).map(({ id, properties }) => [id.replace(/[0-9A-F]{8}$/, ''), properties]),
  );

  it('of one connection come one at a time, and those of others do not wait for them', () => {
    expect(queues.get('LiveSocketsToPush')).toMatchObject({
      FifoQueue: true,
      DeduplicationScope: 'messageGroup',
      FifoThroughputLimit: 'perMessageGroupId',
    });
    const ofPushes = all('AWS::Lambda::EventSourceMapping', mapping).find(
      ({ EventSourceArn }) => EventSourceArn === 'LiveSocketsToPush',
    );
    expect(ofPushes?.BatchSize).toBe(1);
  });

  it('are not repeated before their lease has run out', () => {
    expect(queues.get('LiveSocketsToPush')?.VisibilityTimeout).toBeGreaterThan(60);
  });
});
