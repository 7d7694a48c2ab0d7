import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import { systemTiming } from '#shared/clock.ts';
import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { environment } from '#shared/environment.ts';
import { dynamoDBCheckpoints } from '#shared/feed/consumers/dynamodb-checkpoints.ts';
import { dynamoDBFeedReader } from '#shared/feed/blocks/dynamodb-feed.ts';
import { signedCursors } from '#shared/cursor.ts';
import { feedCursor } from '#shared/feed/feed-cursor.ts';
import { dynamoDBLedgerReader } from '#shared/ledger/dynamodb-ledger-reader.ts';
import { apiGatewaySockets, connectionsClient } from '#shared/subscriptions/sockets/api-gateway-sockets.ts';
import { dynamoDBPushedConnections } from '#shared/subscriptions/sockets/dynamodb-pushed-connections.ts';
import { dynamoDBRowReader } from '#shared/projections/engine/dynamodb-row-reader.ts';
import { phaseLog } from '#shared/subscriptions/phases/phase-log.ts';
import { push, type PushPorts } from '#shared/subscriptions/sockets/push.ts';
import { connectionIn, sqsPushes } from '#shared/subscriptions/sockets/sqs-pushes.ts';
import { sqsClient } from '#shared/subscriptions/webhooks/sqs-notifications.ts';
import { logger } from '#functions/adapters/observability.ts';
import { publishedMetrics } from '#functions/adapters/published-metrics.ts';
import { renewedKeys } from '#functions/adapters/renewed-keys.ts';
import { socketTables } from '#functions/adapters/socket-tables.ts';

/** Messages of the queue of pushes. */
interface QueueEvent {
  readonly Records: readonly { readonly body: string }[];
}

/** Sends to each connection that a message names what its subscriptions want. */
export const pushToSockets = (ports: PushPorts) =>
  middy<QueueEvent, void>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use(publishedMetrics())
    .handler(async ({ Records }) => {
      for (const { body } of Records) await push(ports, connectionIn(body));
    });

const client = dynamoDBClient();
const { keys, renew } = renewedKeys('CURSOR_KEYS_SECRET');
const cursors = signedCursors(keys);

const checkpoints = dynamoDBCheckpoints(client, environment('CHECKPOINTS_TABLE'));

export const handler = pushToSockets({
  connections: dynamoDBPushedConnections(client, socketTables()),
  feed: dynamoDBFeedReader(client, environment('FEED_TABLE')),
  ledger: dynamoDBLedgerReader(client, environment('LEDGER_TABLE')),
  checkpoints,
  phases: phaseLog(dynamoDBRowReader(client, environment('READ_MODELS_TABLE')), checkpoints),
  sockets: apiGatewaySockets(connectionsClient(environment('SOCKETS_URL'))),
  cursorAt: (position) => feedCursor(cursors, position),
  trigger: sqsPushes(sqsClient(), environment('PUSH_QUEUE_URL')),
  now: () => new Date(),
  pause: systemTiming.pause,
}).before(renew);
