import { mkdtempSync, copyFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Duration, Stack } from 'aws-cdk-lib';
import { HttpApi, HttpMethod, HttpNoneAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { OAuthScope, ResourceServerScope, UserPool } from 'aws-cdk-lib/aws-cognito';
import { AttributeType, StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus, Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import {
  Code,
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  Function,
  Runtime,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Queue } from 'aws-cdk-lib/aws-sqs';

const id = { name: 'id', type: AttributeType.STRING };

/** Synthesizes a small stack with one of everything into a temporary folder; `extend` adds to it. Returns the assembly's folder. */
export function synthesizeTinyStack(extend?: (stack: Stack) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'tiny-stack-'));
  const source = join(folder, 'source');
  mkdirSync(source);
  copyFileSync(join(import.meta.dirname, 'tiny-functions.mjs'), join(source, 'index.mjs'));
  const app = new App({
    outdir: join(folder, 'cdk.out'),
    analyticsReporting: false,
    builtinCloudFormationValidation: false,
  });
  const stack = new Stack(app, 'Tiny');

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
    new Function(stack, handler, {
      code: Code.fromAsset(source),
      handler: `index.${handler}`,
      runtime: Runtime.NODEJS_24_X,
      timeout: Duration.seconds(handler === 'spin' ? 1 : 5),
      environment,
    });

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
  const tick = RuleTargetInput.fromObject({ detail: { id: 'tick' } });
  new Rule(stack, 'EveryMinute', {
    schedule: Schedule.rate(Duration.minutes(1)),
    targets: [new LambdaFunction(listen, { event: tick })],
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
  for (const name of ['show', 'fail', 'spin'])
    api.addRoutes({
      path: `/${name}/{proxy+}`,
      integration: integration(fn(name)),
      authorizer: new HttpNoneAuthorizer(),
    });

  extend?.(stack);
  return app.synth().directory;
}

const integration = (handler: Function) => new HttpLambdaIntegration(`${handler.node.id}Integration`, handler);
