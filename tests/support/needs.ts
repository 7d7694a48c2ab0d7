const append = {
  may: [
    'CursorKeySecret: GetSecretValue',
    'CheckpointsTable: BatchGetItem GetItem',
    'LedgerDecisions: BatchGetItem ConditionCheckItem PutItem',
    'LedgerTable: GetItem PutItem Query',
    'ReadModelsTable: BatchGetItem Query',
  ],
  environment: [
    'LEDGER_TABLE',
    'DECISIONS_TABLE',
    'READ_MODELS_TABLE',
    'CHECKPOINTS_TABLE',
    'CURSOR_KEYS_SECRET',
    'CLIENTS',
  ],
};
const follow = (stream: string) => [
  'Failures: GetQueueAttributes GetQueueUrl SendMessage',
  `${stream}.StreamArn: DescribeStream GetRecords GetShardIterator ListStreams`,
];

const readCursorKeys = 'CursorKeySecret: GetSecretValue';
const readSealingKeys = 'SubscriptionsSealingKeys: GetSecretValue';
const socketTables = ['CONNECTIONS_TABLE', 'SOCKET_TERMS_TABLE'];
const subscriptionTables = ['SUBSCRIPTIONS_TABLE', 'SUBSCRIPTION_TERMS_TABLE'];
const triggerDeliveries = 'WebhooksDeliveries: SendMessage';
const triggerPushes = 'LiveSocketsToPush: SendMessage';
const takeFrom = (queue: string, ...more: string[]) =>
  `${queue}: ChangeMessageVisibility DeleteMessage GetQueueAttributes GetQueueUrl ${['ReceiveMessage', ...more].join(' ')}`;

interface Need {
  readonly may: readonly string[];
  readonly environment: readonly string[];
}

/** What a consumer of the feed does with its checkpoint, and with what it cannot handle. */
const moveCheckpoints = ['CheckpointsQuarantine: PutItem', 'CheckpointsTable: BatchGetItem GetItem PutItem UpdateItem'];

const needs: Record<string, Need> = {
  append,
  query: {
    may: [
      readCursorKeys,
      'CheckpointsTable: BatchGetItem GetItem',
      'FeedTable: GetItem Query',
      'LedgerTable: Query',
      'ReadModelsTable: BatchGetItem PartiQLSelect',
      'ReadModelsTable: Query',
    ],
    environment: ['LEDGER_TABLE', 'FEED_TABLE', 'READ_MODELS_TABLE', 'CHECKPOINTS_TABLE', 'CURSOR_KEYS_SECRET'],
  },
  'read-feed': {
    may: [readCursorKeys, 'FeedTable: GetItem Query', 'LedgerTable: Query'],
    environment: ['FEED_TABLE', 'LEDGER_TABLE', 'CURSOR_KEYS_SECRET'],
  },
  explorer: { may: [], environment: ['SOCKET_URL', 'SIGN_IN_URL', 'EXPLORER_CLIENT', 'TOKEN_ISSUER'] },
  'describe-api': {
    may: ['FeedTable: GetItem Query'],
    environment: ['FEED_TABLE'],
  },
  sequence: {
    may: [
      ...follow('LedgerTable'),
      takeFrom('SequencerSequenceQueue', 'SendMessage'),
      'CheckpointsQuarantine: PutItem',
      'FeedTable: BatchGetItem BatchWriteItem GetItem PutItem Query',
      'LedgerTable: Query Scan',
    ],
    environment: ['LEDGER_TABLE', 'FEED_TABLE', 'QUARANTINE_TABLE', 'SEQUENCE_QUEUE_URL'],
  },
  project: {
    may: [
      ...follow('FeedTable'),
      ...moveCheckpoints,
      'FeedTable: GetItem Query',
      'ReadModelsTable: BatchGetItem BatchWriteItem PartiQLInsert PartiQLUpdate Query',
    ],
    environment: ['FEED_TABLE', 'CHECKPOINTS_TABLE', 'QUARANTINE_TABLE', 'READ_MODELS_TABLE'],
  },
  operate: {
    may: [
      readCursorKeys,
      'CheckpointsQuarantine: DeleteItem GetItem PutItem Scan',
      'CheckpointsTable: BatchGetItem GetItem PutItem UpdateItem',
      'FeedTable: GetItem Query',
      'ReadModelsTable: Query',
    ],
    environment: ['FEED_TABLE', 'CHECKPOINTS_TABLE', 'QUARANTINE_TABLE', 'READ_MODELS_TABLE', 'CURSOR_KEYS_SECRET'],
  },
  rebuild: {
    may: [
      'CheckpointsQuarantine: PutItem',
      'CheckpointsTable: BatchGetItem DeleteItem GetItem PutItem UpdateItem',
      'FeedTable: GetItem Query',
      'ReadModelsTable: BatchGetItem BatchWriteItem PartiQLInsert PartiQLUpdate Query Scan',
    ],
    environment: ['FEED_TABLE', 'CHECKPOINTS_TABLE', 'QUARANTINE_TABLE', 'READ_MODELS_TABLE'],
  },
  'authorize-socket': { may: [], environment: ['TOKEN_ISSUER', 'TOKEN_KEYS_URL', 'CLIENTS'] },
  'grant-scopes': { may: [], environment: ['GROUPS'] },
  'serve-socket': {
    may: [
      'CheckpointsTable: BatchGetItem GetItem',
      readCursorKeys,
      'FeedTable: GetItem Query',
      'LiveSocketsGatewayApi/live/POST/@connections/*: ManageConnections',
      'LiveSocketsTablesConnections: DeleteItem PutItem Query UpdateItem',
      'LiveSocketsTablesTerms: DeleteItem PutItem',
      triggerPushes,
    ],
    environment: [
      ...socketTables,
      'FEED_TABLE',
      'CHECKPOINTS_TABLE',
      'CURSOR_KEYS_SECRET',
      'SOCKETS_URL',
      'PUSH_QUEUE_URL',
    ],
  },
  'match-subscribers': {
    may: [
      takeFrom('SubscriberMatchingTriggers'),
      ...moveCheckpoints,
      'FeedTable: GetItem Query',
      'LedgerTable: Query',
      'LiveSocketsTablesConnections: UpdateItem',
      'LiveSocketsTablesTerms: PartiQLSelect Query',
      'ReadModelsTable: Query',
      'SubscriptionsTable: UpdateItem',
      'SubscriptionsTerms: PartiQLSelect Query',
      triggerDeliveries,
      triggerPushes,
    ],
    environment: [
      'FEED_TABLE',
      'LEDGER_TABLE',
      'CHECKPOINTS_TABLE',
      'QUARANTINE_TABLE',
      'READ_MODELS_TABLE',
      ...subscriptionTables,
      'DELIVERY_QUEUE_URL',
      ...socketTables,
      'PUSH_QUEUE_URL',
    ],
  },
  reconcile: {
    may: [
      'CheckpointsTable: GetItem PutItem',
      'FeedTable: GetItem Query',
      'LedgerTable: Query',
      'LiveSocketsTablesConnections/index/byWakeAt: Query',
      'SubscriptionsTable/index/byWakeAt: Query',
      triggerDeliveries,
      triggerPushes,
    ],
    environment: [
      'SUBSCRIPTIONS_TABLE',
      'DELIVERY_QUEUE_URL',
      'CONNECTIONS_TABLE',
      'PUSH_QUEUE_URL',
      'LEDGER_TABLE',
      'FEED_TABLE',
      'CHECKPOINTS_TABLE',
      'HEADS_BUCKET',
    ],
  },
  'push-to-sockets': {
    may: [
      readCursorKeys,
      takeFrom('LiveSocketsToPush', 'SendMessage'),
      'CheckpointsTable: BatchGetItem GetItem',
      'FeedTable: GetItem Query',
      'LedgerTable: Query',
      'LiveSocketsGatewayApi/live/DELETE/@connections/*: ManageConnections',
      'LiveSocketsGatewayApi/live/POST/@connections/*: ManageConnections',
      'LiveSocketsTablesConnections: DeleteItem Query UpdateItem',
      'LiveSocketsTablesTerms: DeleteItem',
      'ReadModelsTable: Query',
    ],
    environment: [
      ...socketTables,
      'FEED_TABLE',
      'LEDGER_TABLE',
      'READ_MODELS_TABLE',
      'CHECKPOINTS_TABLE',
      'CURSOR_KEYS_SECRET',
      'SOCKETS_URL',
      'PUSH_QUEUE_URL',
    ],
  },
  publish: {
    may: [
      ...follow('FeedTable'),
      ...moveCheckpoints,
      'FeedTable: GetItem Query',
      'LedgerTable: Query',
      'PublisherBus: PutEvents',
      'ReadModelsTable: BatchGetItem BatchWriteItem PartiQLInsert PartiQLSelect PartiQLUpdate',
      'ReadModelsTable: Query',
    ],
    environment: [
      'FEED_TABLE',
      'LEDGER_TABLE',
      'CHECKPOINTS_TABLE',
      'QUARANTINE_TABLE',
      'READ_MODELS_TABLE',
      'BUS_NAME',
    ],
  },
};

const toPost = [...subscriptionTables, 'WEBHOOK_LOOPBACK', 'WEBHOOK_HOSTS', 'SEALING_KEYS_SECRET'];

const webhookNeeds: Record<string, Need> = {
  'manage-subscriptions': {
    may: [
      readCursorKeys,
      readSealingKeys,
      'SubscriptionsTable: DeleteItem GetItem PutItem Query Scan UpdateItem',
      'SubscriptionsTerms: DeleteItem GetItem PutItem',
      'FeedTable: GetItem Query',
      'CheckpointsTable: BatchGetItem GetItem',
      triggerDeliveries,
    ],
    environment: [...toPost, 'FEED_TABLE', 'CHECKPOINTS_TABLE', 'CURSOR_KEYS_SECRET', 'DELIVERY_QUEUE_URL'],
  },
  'deliver-webhooks': {
    may: [
      readSealingKeys,
      'SubscriptionsTable: GetItem UpdateItem',
      'SubscriptionsTerms: DeleteItem PutItem',
      'FeedTable: GetItem Query',
      'LedgerTable: Query',
      'ReadModelsTable: Query',
      'CheckpointsTable: BatchGetItem GetItem',
      takeFrom('WebhooksDeliveries', 'SendMessage'),
    ],
    environment: [
      'FEED_TABLE',
      'LEDGER_TABLE',
      'READ_MODELS_TABLE',
      'CHECKPOINTS_TABLE',
      ...toPost,
      'CLIENTS',
      'DELIVERY_QUEUE_URL',
    ],
  },
};

/** What each function may do, such as `LedgerTable: GetItem Query`, and its environment variables. */
export const needsOf: Readonly<Record<string, Need>> = { ...needs, ...webhookNeeds };
