import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { deployed, functionNames } from './deployed.ts';

const { all } = deployed('dev');

const names = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const resources = z.union([z.array(z.unknown()), z.unknown().transform((one) => [one])]);
const statement = z.strictObject({ Effect: z.literal('Allow'), Action: names, Resource: resources });
const policy = z.object({
  PolicyDocument: z.object({ Statement: z.array(statement) }),
  Roles: z.array(z.object({ Ref: z.string() })),
});
const policies = all('AWS::IAM::Policy', policy).map(({ properties }) => properties);
const statements = policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);

const functionShape = z.object({
  FunctionName: z.string(),
  Role: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
  LoggingConfig: z.object({ LogGroup: z.object({ Ref: z.string() }) }),
});

/** What a function may do, such as `LedgerTable: GetItem Query`, beside writing its own log. */
function permissionsOf(name: string): { may: string[]; isTold: string[] } {
  const [fn] = all('AWS::Lambda::Function', functionShape).filter(
    ({ properties }) => properties.FunctionName === `Chancery-dev-${name}`,
  );
  if (fn === undefined) throw new Error(`${name} is not deployed`);
  const role = fn.properties.Role['Fn::GetAtt'][0];
  const granted = policies
    .filter(({ Roles }) => Roles.some(({ Ref }) => Ref === role))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .flatMap(({ Action, Resource }) => Resource.map((resource) => `${target(resource)}: ${verbs(Action)}`))
    .filter(
      (permission) => permission !== `${target(fn.properties.LoggingConfig.LogGroup)}: CreateLogStream PutLogEvents`,
    );
  return {
    may: granted.toSorted(),
    isTold: Object.keys(fn.properties.Environment.Variables).filter((variable) => !variable.startsWith('POWERTOOLS_')),
  };
}

const verbs = (actions: readonly string[]) =>
  actions
    .map((action) => action.replace(/^.*:/, ''))
    .toSorted()
    .join(' ');

const attribute = z
  .object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) })
  .transform((reference) => reference['Fn::GetAtt']);
const joined = z.object({ 'Fn::Join': z.tuple([z.literal(''), z.array(z.unknown())]) });

/** The logical id that a reference names, without its hash; with the attribute unless it is the ARN, and with what is joined to it. */
function target(reference: unknown): string {
  const pieces = joined.safeParse(reference).data?.['Fn::Join'][1];
  if (pieces !== undefined) {
    const named = pieces.filter(
      (piece) => !JSON.stringify(piece).includes('"AWS::') && !/^(arn)?:/.test(String(piece)),
    );
    return named.map((piece) => (typeof piece === 'string' ? piece : target(piece))).join('');
  }
  const shape = z.union([
    z.object({ Ref: z.string() }).transform(({ Ref }): [string, string] => [Ref, 'Arn']),
    attribute,
    // A part of a resource, such as an index of a table.
    z
      .object({ 'Fn::Join': z.tuple([z.literal(''), z.tuple([attribute, z.string()])]) })
      .transform(({ 'Fn::Join': [, [[id], part]] }): [string, string] => [id, part]),
  ]);
  const [id, part] = shape.parse(reference);
  return id.replace(/[0-9A-F]{8}$/, '') + (part === 'Arn' ? '' : `.${part}`);
}

describe('the ledger', () => {
  it('may be read and put to, and nobody may update or delete', () => {
    const onLedger = statements.filter(({ Resource }) => JSON.stringify(Resource).includes('LedgerTable'));
    const granted = new Set(onLedger.flatMap(({ Action }) => Action));
    expect([...granted].toSorted()).toEqual(
      ['DescribeStream', 'GetItem', 'GetRecords', 'GetShardIterator', 'ListStreams', 'PutItem', 'Query', 'Scan'].map(
        (verb) => `dynamodb:${verb}`,
      ),
    );
  });

  it('is in reach of no wildcard and of no policy that others manage', () => {
    const onConnections = statements.filter(({ Action }) => Action.includes('execute-api:ManageConnections'));
    expect(JSON.stringify(statements.filter((one) => !onConnections.includes(one)))).not.toContain('*');
    expect(JSON.stringify(onConnections)).not.toMatch(/\*(?<!@connections\/\*)/);
    const role = z.strictObject({ AssumeRolePolicyDocument: z.unknown(), Tags: z.unknown() });
    expect(all('AWS::IAM::Role', role)).toHaveLength(functionNames.length);
    expect(all('AWS::IAM::ManagedPolicy', z.unknown())).toEqual([]);
  });
});

const append = {
  may: [
    'CheckpointsTable: GetItem',
    'LedgerIdempotency: GetItem PutItem',
    'LedgerTable: GetItem PutItem Query',
    'ReadModelsTable: BatchGetItem Query',
  ],
  isTold: ['LEDGER_TABLE', 'IDEMPOTENCY_TABLE', 'READ_MODELS_TABLE', 'CHECKPOINTS_TABLE', 'CURSOR_KEY'],
};
/** What a query of read models needs, with how it reads the rows: `BatchGetItem`, `Query` or both. */
const query = (how: readonly string[], more: readonly string[] = []) => ({
  may: ['CheckpointsTable: GetItem', ...how.map((verb) => `ReadModelsTable: ${verb}`), ...more],
  isTold: [...(more.length > 0 ? ['LEDGER_TABLE'] : []), 'READ_MODELS_TABLE', 'CHECKPOINTS_TABLE', 'CURSOR_KEY'],
});
const follow = (stream: string, failures: string) => [
  `${failures}: GetQueueAttributes GetQueueUrl SendMessage`,
  `${stream}.StreamArn: DescribeStream GetRecords GetShardIterator ListStreams`,
];

const socketTables = ['CONNECTIONS_TABLE', 'SOCKET_TERMS_TABLE'];
const wakePushes = 'LiveSocketsToPushQueue: GetQueueAttributes GetQueueUrl SendMessage';
const takeFrom = (queue: string, ...more: string[]) =>
  `${queue}: ChangeMessageVisibility DeleteMessage GetQueueAttributes GetQueueUrl ${['ReceiveMessage', ...more].join(' ')}`;

const needs: Record<string, { may: string[]; isTold: string[] }> = {
  'append-events': append,
  'append-commits': append,
  'read-stream': query(['BatchGetItem'], ['LedgerTable: Query']),
  'read-feed': {
    may: ['FeedTable: GetItem Query', 'LedgerTable: Query'],
    isTold: ['FEED_TABLE', 'LEDGER_TABLE', 'CURSOR_KEY'],
  },
  'read-event': query(['BatchGetItem'], ['LedgerTable: Query']),
  'read-history': query(['BatchGetItem', 'Query'], ['LedgerTable: Query']),
  'read-timeline': query(['Query']),
  'read-dossier': query(['Query']),
  'read-party': query(['Query']),
  'list-offices': query(['Query']),
  'list-topics': query(['Query']),
  'read-trend': query(['Query']),
  'read-contacts': query(['Query']),
  'read-changes': query(['Query']),
  'read-relation': query(['Query']),
  'read-score': query(['Query']),
  'read-phases': query(['Query']),
  'rank-partners': query(['Query']),
  'read-visits': query(['Query']),
  'read-agreements': query(['Query']),
  'read-agreement': query(['Query']),
  'read-representation': query(['Query']),
  'read-sanctions': query(['Query']),
  'find-people': query(['Query']),
  'read-person': query(['Query']),
  'report-health': {
    may: ['CheckpointsTable: GetItem', 'FeedTable: GetItem'],
    isTold: ['FEED_TABLE', 'CHECKPOINTS_TABLE'],
  },
  'describe-api': { may: [], isTold: [] },
  'reject-unknown-route': { may: [], isTold: [] },
  'sequence-commits': {
    may: [
      ...follow('LedgerTable', 'FeedLedgerStreamFailures'),
      'FeedTable: BatchGetItem GetItem PutItem',
      'LedgerTable: Query Scan',
    ],
    isTold: ['LEDGER_TABLE', 'FEED_TABLE'],
  },
  'project-feed': {
    may: [
      ...follow('FeedTable', 'ReadModelsFeedStreamFailures'),
      'CheckpointsTable: GetItem PutItem',
      'FeedTable: GetItem Query',
      'LedgerTable: Query',
      'ReadModelsTable: BatchGetItem PutItem',
      'ReadModelsTable: Query',
    ],
    isTold: ['FEED_TABLE', 'LEDGER_TABLE', 'CHECKPOINTS_TABLE', 'READ_MODELS_TABLE'],
  },
  'manage-projections': {
    may: ['CheckpointsTable: GetItem PutItem', 'FeedTable: GetItem'],
    isTold: ['FEED_TABLE', 'CHECKPOINTS_TABLE'],
  },
  'rebuild-projections': {
    may: [
      'CheckpointsTable: DeleteItem GetItem PutItem',
      'FeedTable: GetItem Query',
      'LedgerTable: Query',
      'ReadModelsTable: BatchGetItem BatchWriteItem PutItem Scan',
      'ReadModelsTable: Query',
    ],
    isTold: ['FEED_TABLE', 'LEDGER_TABLE', 'CHECKPOINTS_TABLE', 'READ_MODELS_TABLE'],
  },
  'authorize-socket': { may: [], isTold: ['TOKEN_ISSUER', 'TOKEN_KEYS_URL', 'TOKEN_CLIENT'] },
  'open-socket': { may: ['LiveSocketsTablesConnections: PutItem'], isTold: socketTables },
  'answer-socket': {
    may: [
      'FeedTable: GetItem',
      'LiveSocketsGatewayApi/live/POST/@connections/*: ManageConnections',
      'LiveSocketsTablesConnections: DeleteItem PutItem Query UpdateItem',
      'LiveSocketsTablesTerms: DeleteItem PutItem',
      wakePushes,
    ],
    isTold: [...socketTables, 'FEED_TABLE', 'CURSOR_KEY', 'SOCKETS_URL', 'PUSH_QUEUE_URL'],
  },
  'close-socket': {
    may: ['LiveSocketsTablesConnections: DeleteItem Query', 'LiveSocketsTablesTerms: DeleteItem'],
    isTold: socketTables,
  },
  'match-sockets': {
    may: [
      takeFrom('LiveSocketsToMatchQueue'),
      'CheckpointsTable: GetItem PutItem',
      'FeedTable: GetItem Query',
      'LedgerTable: Query',
      'LiveSocketsTablesConnections: UpdateItem',
      'LiveSocketsTablesTerms: Query',
      wakePushes,
    ],
    isTold: [...socketTables, 'FEED_TABLE', 'LEDGER_TABLE', 'CHECKPOINTS_TABLE', 'PUSH_QUEUE_URL'],
  },
  'push-to-sockets': {
    may: [
      takeFrom('LiveSocketsToPushQueue', 'SendMessage'),
      'CheckpointsTable: GetItem',
      'FeedTable: GetItem Query',
      'LedgerTable: Query',
      'LiveSocketsGatewayApi/live/DELETE/@connections/*: ManageConnections',
      'LiveSocketsGatewayApi/live/POST/@connections/*: ManageConnections',
      'LiveSocketsTablesConnections: DeleteItem Query UpdateItem',
      'LiveSocketsTablesTerms: DeleteItem',
    ],
    isTold: [
      ...socketTables,
      'FEED_TABLE',
      'LEDGER_TABLE',
      'CHECKPOINTS_TABLE',
      'CURSOR_KEY',
      'SOCKETS_URL',
      'PUSH_QUEUE_URL',
    ],
  },
  'sweep-sockets': {
    may: ['LiveSocketsTablesConnections/index/byWakeAt: Query', wakePushes],
    isTold: ['CONNECTIONS_TABLE', 'PUSH_QUEUE_URL'],
  },
  'publish-feed': {
    may: [
      ...follow('FeedTable', 'PublisherFeedStreamFailures'),
      'CheckpointsTable: GetItem PutItem',
      'FeedTable: GetItem Query',
      'LedgerTable: Query',
      'PublisherBus: PutEvents',
    ],
    isTold: ['FEED_TABLE', 'LEDGER_TABLE', 'CHECKPOINTS_TABLE', 'BUS_NAME'],
  },
};

const wake = 'WebhooksDeliveries: SendMessage';
const wokenBy = (queue: string) => `${queue}: ChangeMessageVisibility DeleteMessage GetQueueAttributes GetQueueUrl ReceiveMessage`; // prettier-ignore
const toPost = ['SUBSCRIPTIONS_TABLE', 'SUBSCRIPTION_TERMS_TABLE', 'SEALING_KEYS', 'WEBHOOK_LOOPBACK'];

const webhookNeeds: typeof needs = {
  'manage-subscriptions': {
    may: [
      'SubscriptionsTable: DeleteItem GetItem PutItem Query UpdateItem',
      'SubscriptionsTerms: DeleteItem PutItem',
      'FeedTable: GetItem Query',
      'CheckpointsTable: GetItem',
      wake,
    ],
    isTold: [...toPost, 'FEED_TABLE', 'CHECKPOINTS_TABLE', 'CURSOR_KEY', 'WAKE_QUEUE_URL'],
  },
  'ping-subscription': { may: ['SubscriptionsTable: GetItem'], isTold: toPost },
  'match-subscriptions': {
    may: [
      'FeedTable: GetItem Query',
      'LedgerTable: Query',
      'CheckpointsTable: GetItem PutItem',
      'SubscriptionsTerms: Query',
      'SubscriptionsTable: UpdateItem',
      wake,
      wokenBy('WebhooksMatches'),
    ],
    isTold: [
      'FEED_TABLE',
      'LEDGER_TABLE',
      'CHECKPOINTS_TABLE',
      'SUBSCRIPTIONS_TABLE',
      'SUBSCRIPTION_TERMS_TABLE',
      'WAKE_QUEUE_URL',
    ],
  },
  'deliver-webhooks': {
    may: [
      'SubscriptionsTable: GetItem UpdateItem',
      'SubscriptionsTerms: DeleteItem PutItem',
      'FeedTable: GetItem Query',
      'LedgerTable: Query',
      `${wokenBy('WebhooksDeliveries')} SendMessage`,
    ],
    isTold: ['FEED_TABLE', 'LEDGER_TABLE', ...toPost, 'WAKE_QUEUE_URL'],
  },
  'wake-webhooks': {
    may: ['SubscriptionsTable./index/byWakeAt: Query', wake],
    isTold: ['SUBSCRIPTIONS_TABLE', 'WAKE_QUEUE_URL'],
  },
};

describe('a function', () => {
  it.each(functionNames)('may do just what it needs, and is told just the names it needs: %s', (name) => {
    const need = { ...needs, ...webhookNeeds }[name];
    expect(permissionsOf(name)).toEqual({ may: need?.may.toSorted(), isTold: need?.isTold });
  });
});
