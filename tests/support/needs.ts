const append = {
  may: [
    'CheckpointsTable: BatchGetItem GetItem',
    'LedgerIdempotency: GetItem PutItem',
    'LedgerTable: GetItem PutItem Query',
    'ReadModelsTable: BatchGetItem Query',
  ],
  environment: ['LEDGER_TABLE', 'IDEMPOTENCY_TABLE', 'READ_MODELS_TABLE', 'CHECKPOINTS_TABLE', 'CURSOR_KEY'],
};
/** What a query of read models needs, with how it reads the rows: `BatchGetItem`, `Query` or both. */
const query = (how: readonly string[], more: readonly string[] = []) => ({
  may: ['CheckpointsTable: BatchGetItem GetItem', ...how.map((verb) => `ReadModelsTable: ${verb}`), ...more],
  environment: [...(more.length > 0 ? ['LEDGER_TABLE'] : []), 'READ_MODELS_TABLE', 'CHECKPOINTS_TABLE', 'CURSOR_KEY'],
});
const follow = (stream: string, failures: string) => [
  `${failures}: GetQueueAttributes GetQueueUrl SendMessage`,
  `${stream}.StreamArn: DescribeStream GetRecords GetShardIterator ListStreams`,
];

const socketTables = ['CONNECTIONS_TABLE', 'SOCKET_TERMS_TABLE'];
const wakePushes = 'LiveSocketsToPush: GetQueueAttributes GetQueueUrl SendMessage';
const takeFrom = (queue: string, ...more: string[]) =>
  `${queue}: ChangeMessageVisibility DeleteMessage GetQueueAttributes GetQueueUrl ${['ReceiveMessage', ...more].join(' ')}`;

interface Need {
  readonly may: readonly string[];
  readonly environment: readonly string[];
}

const needs: Record<string, Need> = {
  'append-events': append,
  'append-commits': append,
  'read-stream': query(['BatchGetItem'], ['LedgerTable: Query']),
  'read-feed': {
    may: ['FeedTable: GetItem Query', 'LedgerTable: Query'],
    environment: ['FEED_TABLE', 'LEDGER_TABLE', 'CURSOR_KEY'],
  },
  'read-event': query(['BatchGetItem', 'Query'], ['LedgerTable: Query']),
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
    may: ['CheckpointsTable: BatchGetItem GetItem', 'FeedTable: GetItem Query'],
    environment: ['FEED_TABLE', 'CHECKPOINTS_TABLE'],
  },
  'describe-api': { may: [], environment: [] },
  'reject-unknown-route': { may: [], environment: [] },
  'sequence-commits': {
    may: [
      ...follow('LedgerTable', 'FeedLedgerStreamFailures'),
      takeFrom('FeedSequenceQueue', 'SendMessage'),
      'CheckpointsQuarantine: PutItem',
      'FeedTable: BatchGetItem BatchWriteItem GetItem PutItem Query',
      'LedgerTable: Query Scan',
    ],
    environment: ['LEDGER_TABLE', 'QUARANTINE_TABLE', 'FEED_TABLE', 'SEQUENCE_QUEUE_URL'],
  },
  'project-feed': {
    may: [
      ...follow('FeedTable', 'ReadModelsFeedStreamFailures'),
      'CheckpointsTable: BatchGetItem GetItem PutItem',
      'FeedTable: GetItem Query',
      'LedgerTable: Query',
      'ReadModelsTable: BatchGetItem BatchWriteItem PutItem',
      'ReadModelsTable: Query',
    ],
    environment: ['FEED_TABLE', 'LEDGER_TABLE', 'CHECKPOINTS_TABLE', 'READ_MODELS_TABLE'],
  },
  'manage-projections': {
    may: ['CheckpointsTable: BatchGetItem GetItem PutItem', 'FeedTable: GetItem Query'],
    environment: ['FEED_TABLE', 'CHECKPOINTS_TABLE'],
  },
  'rebuild-projections': {
    may: [
      'CheckpointsTable: BatchGetItem DeleteItem GetItem PutItem',
      'FeedTable: GetItem Query',
      'LedgerTable: Query',
      'ReadModelsTable: BatchGetItem BatchWriteItem PutItem Scan',
      'ReadModelsTable: Query',
    ],
    environment: ['FEED_TABLE', 'LEDGER_TABLE', 'CHECKPOINTS_TABLE', 'READ_MODELS_TABLE'],
  },
  'authorize-socket': { may: [], environment: ['TOKEN_ISSUER', 'TOKEN_KEYS_URL', 'TOKEN_CLIENT'] },
  'open-socket': { may: ['LiveSocketsTablesConnections: PutItem'], environment: socketTables },
  'answer-socket': {
    may: [
      'FeedTable: GetItem Query',
      'LiveSocketsGatewayApi/live/POST/@connections/*: ManageConnections',
      'LiveSocketsTablesConnections: DeleteItem PutItem Query UpdateItem',
      'LiveSocketsTablesTerms: DeleteItem PutItem',
      wakePushes,
    ],
    environment: [...socketTables, 'FEED_TABLE', 'CURSOR_KEY', 'SOCKETS_URL', 'PUSH_QUEUE_URL'],
  },
  'close-socket': {
    may: ['LiveSocketsTablesConnections: DeleteItem Query', 'LiveSocketsTablesTerms: DeleteItem'],
    environment: socketTables,
  },
  'match-sockets': {
    may: [
      takeFrom('LiveSocketsToMatch'),
      'CheckpointsTable: BatchGetItem GetItem PutItem',
      'FeedTable: GetItem Query',
      'LedgerTable: Query',
      'LiveSocketsTablesConnections: UpdateItem',
      'LiveSocketsTablesTerms: Query',
      wakePushes,
    ],
    environment: [...socketTables, 'FEED_TABLE', 'LEDGER_TABLE', 'CHECKPOINTS_TABLE', 'PUSH_QUEUE_URL'],
  },
  'push-to-sockets': {
    may: [
      takeFrom('LiveSocketsToPush', 'SendMessage'),
      'CheckpointsTable: BatchGetItem GetItem',
      'FeedTable: GetItem Query',
      'LedgerTable: Query',
      'LiveSocketsGatewayApi/live/DELETE/@connections/*: ManageConnections',
      'LiveSocketsGatewayApi/live/POST/@connections/*: ManageConnections',
      'LiveSocketsTablesConnections: DeleteItem Query UpdateItem',
      'LiveSocketsTablesTerms: DeleteItem',
    ],
    environment: [
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
    environment: ['CONNECTIONS_TABLE', 'PUSH_QUEUE_URL'],
  },
  'publish-feed': {
    may: [
      ...follow('FeedTable', 'PublisherFeedStreamFailures'),
      'CheckpointsTable: BatchGetItem GetItem PutItem',
      'FeedTable: GetItem Query',
      'LedgerTable: Query',
      'PublisherBus: PutEvents',
    ],
    environment: ['FEED_TABLE', 'LEDGER_TABLE', 'CHECKPOINTS_TABLE', 'BUS_NAME'],
  },
};

const wake = 'WebhooksDeliveries: SendMessage';
const wokenBy = (queue: string) => `${queue}: ChangeMessageVisibility DeleteMessage GetQueueAttributes GetQueueUrl ReceiveMessage`; // prettier-ignore
const toPost = ['SUBSCRIPTIONS_TABLE', 'SUBSCRIPTION_TERMS_TABLE', 'SEALING_KEYS', 'WEBHOOK_LOOPBACK'];

const webhookNeeds: Record<string, Need> = {
  'manage-subscriptions': {
    may: [
      'SubscriptionsTable: DeleteItem GetItem PutItem Query UpdateItem',
      'SubscriptionsTerms: DeleteItem PutItem',
      'FeedTable: GetItem Query',
      'CheckpointsTable: BatchGetItem GetItem',
      wake,
    ],
    environment: [...toPost, 'FEED_TABLE', 'CHECKPOINTS_TABLE', 'CURSOR_KEY', 'WAKE_QUEUE_URL'],
  },
  'ping-subscription': { may: ['SubscriptionsTable: GetItem'], environment: toPost },
  'match-subscriptions': {
    may: [
      'FeedTable: GetItem Query',
      'LedgerTable: Query',
      'CheckpointsTable: BatchGetItem GetItem PutItem',
      'SubscriptionsTerms: Query',
      'SubscriptionsTable: UpdateItem',
      wake,
      wokenBy('WebhooksMatches'),
    ],
    environment: [
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
    environment: ['FEED_TABLE', 'LEDGER_TABLE', ...toPost, 'WAKE_QUEUE_URL'],
  },
  'wake-webhooks': {
    may: ['SubscriptionsTable/index/byWakeAt: Query', wake],
    environment: ['SUBSCRIPTIONS_TABLE', 'WAKE_QUEUE_URL'],
  },
};

/** What each function may do, such as `LedgerTable: GetItem Query`, and the names that it is told. */
export const needsOf: Readonly<Record<string, Need>> = { ...needs, ...webhookNeeds };
