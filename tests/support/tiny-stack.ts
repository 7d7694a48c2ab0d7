import { Duration, type Stack } from 'aws-cdk-lib';
import { HttpApi, HttpMethod, HttpNoneAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration, type HttpLambdaIntegrationProps } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { OAuthScope, ResourceServerScope, UserPool } from 'aws-cdk-lib/aws-cognito';
import { AttributeType, StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus, Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import {
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  type Function,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { synthesizeStack, type StackParts } from './synthesize-stack.ts';

const id = { name: 'id', type: AttributeType.STRING };

/**
 * Synthesizes a small stack with one of everything into a temporary folder; `extend` adds to it. Returns the assembly's
 * folder.
 */
export function synthesizeTinyStack(extend?: (stack: Stack) => void): string {
  return synthesizeStack('tiny-functions.mjs', (parts) => {
    oneOfEverything(parts);
    extend?.(parts.stack);
  });
}

function oneOfEverything({ stack, fn: define }: StackParts): void {
  const notes = new TableV2(stack, 'Notes', { partitionKey: id, dynamoStream: StreamViewType.NEW_IMAGE });
  const echoes = new TableV2(stack, 'Echoes', { partitionKey: id, timeToLiveAttribute: 'forgetAt' });
  const bus = new EventBus(stack, 'Bus');
  const secret = new Secret(stack, 'Secret', {
    generateSecretString: { passwordLength: 40, excludePunctuation: true },
  });
  const environment = {
    NOTES_TABLE: notes.tableName,
    ECHOES_TABLE: echoes.tableName,
    BUS_NAME: bus.eventBusName,
    SECRET: secret.secretValue.unsafeUnwrap(),
  };
  const fn = (handler: string) =>
    define(handler, { environment, ...(handler === 'spin' && { timeout: Duration.seconds(1) }) });

  const relay = fn('relay');
  new EventSourceMapping(stack, 'Notes-to-relay', {
    target: relay,
    eventSourceArn: String(notes.tableStreamArn),
    startingPosition: StartingPosition.TRIM_HORIZON,
    bisectBatchOnError: true,
    retryAttempts: 1,
    onFailure: new SqsDlq(new Queue(stack, 'Failures', { queueName: 'tiny-failures' })),
    filters: [FilterCriteria.filter({ eventName: FilterRule.isEqual('INSERT') })],
  });
  const listen = fn('listen');
  new Rule(stack, 'WhenWritten', {
    eventBus: bus,
    eventPattern: { source: ['tiny'], detailType: ['NoteWritten'] },
    targets: [new LambdaFunction(listen)],
  });
  const schedule = RuleTargetInput.fromObject({ detail: { id: 'schedule' } });
  new Rule(stack, 'EveryMinute', {
    schedule: Schedule.rate(Duration.minutes(1)),
    targets: [new LambdaFunction(listen, { event: schedule })],
  });

  const pool = new UserPool(stack, 'Pool');
  const scopes = ['write', 'read'].map(
    (scopeName) => new ResourceServerScope({ scopeName, scopeDescription: scopeName }),
  );
  const server = pool.addResourceServer('Server', { identifier: 'tiny', scopes });
  const client = pool.addClient('Client', {
    generateSecret: true,
    oAuth: {
      flows: { clientCredentials: true },
      scopes: scopes.map((scope) => OAuthScope.resourceServer(server, scope)),
    },
  });
  const jwt = new HttpJwtAuthorizer('Jwt', pool.userPoolProviderUrl, { jwtAudience: [client.userPoolClientId] });
  const api = new HttpApi(stack, 'Api');
  api.addRoutes({
    path: '/notes',
    methods: [HttpMethod.POST],
    integration: integration(fn('write')),
    authorizer: jwt,
    authorizationScopes: ['tiny/write'],
  });
  api.addRoutes({
    path: '/echoes/{id}',
    methods: [HttpMethod.GET],
    integration: integration(fn('read')),
    authorizer: jwt,
    authorizationScopes: ['tiny/read'],
  });
  for (const name of ['show', 'fail', 'spin', 'slow', 'sum', 'large'])
    api.addRoutes({
      path: `/${name}/{proxy+}`,
      integration: integration(fn(name), name === 'slow' ? { timeout: Duration.millis(100) } : {}),
      authorizer: new HttpNoneAuthorizer(),
    });
}

const integration = (handler: Function, props: HttpLambdaIntegrationProps = {}) =>
  new HttpLambdaIntegration(`${handler.node.id}Integration`, handler, props);
