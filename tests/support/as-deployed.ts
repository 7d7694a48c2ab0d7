import type { Context } from 'aws-lambda';

/** What the functions read when they are loaded: this module is imported before them. */
Object.assign(process.env, {
  AWS_REGION: 'local',
  LEDGER_TABLE: 'Ledger',
  DECISIONS_TABLE: 'Decisions',
  FEED_TABLE: 'Feed',
  SEQUENCE_QUEUE_URL: 'http://127.0.0.1/sequence.fifo',
  CHECKPOINTS_TABLE: 'Checkpoints',
  QUARANTINE_TABLE: 'Quarantine',
  READ_MODELS_TABLE: 'ReadModels',
  BUS_NAME: 'record',
  CURSOR_KEYS_SECRET: 'arn:aws:secretsmanager:local:000000000000:secret:cursors',
  CLIENTS: '[]',
  SUBSCRIPTIONS_TABLE: 'Subscriptions',
  SUBSCRIPTION_TERMS_TABLE: 'SubscriptionTerms',
  DELIVERY_QUEUE_URL: 'http://127.0.0.1/queue.fifo',
  CONNECTIONS_TABLE: 'Connections',
  PUSH_QUEUE_URL: 'http://127.0.0.1/pushes.fifo',
  SEALING_KEYS_SECRET: 'arn:aws:secretsmanager:local:000000000000:secret:sealing',
  WEBHOOK_LOOPBACK: 'allowed',
  WEBHOOK_HOSTS: 'any',
  HEADS_BUCKET: '-',
  POWERTOOLS_METRICS_NAMESPACE: 'Chancery',
  POWERTOOLS_METRICS_DISABLED: 'true',
  POWERTOOLS_LOG_LEVEL: 'SILENT',
});

/** An invocation with so much time left, in milliseconds. */
export const invocation = (remaining = 30_000): Context => ({
  functionName: 'function',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:local:000000000000:function:function',
  memoryLimitInMB: '512',
  awsRequestId: 'request-1',
  logGroupName: '/chancery/function',
  logStreamName: 'stream',
  callbackWaitsForEmptyEventLoop: false,
  getRemainingTimeInMillis: () => remaining,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
});
