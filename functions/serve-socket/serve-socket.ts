import { v7 } from 'uuid';
import { signedCursors } from '#shared/cursor.ts';
import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { environment } from '#shared/environment.ts';
import { dynamoDBCheckpoints } from '#shared/feed/consumers/dynamodb-checkpoints.ts';
import { dynamoDBFeedReader } from '#shared/feed/blocks/dynamodb-feed.ts';
import { apiGatewaySockets, connectionsClient } from '#shared/subscriptions/sockets/api-gateway-sockets.ts';
import { dynamoDBConnections } from '#shared/subscriptions/sockets/dynamodb-connections.ts';
import { sqsPushes } from '#shared/subscriptions/sockets/sqs-pushes.ts';
import { sqsClient } from '#shared/subscriptions/webhooks/sqs-notifications.ts';
import { renewedKeys } from '#functions/adapters/renewed-keys.ts';
import { socketRoutes } from '#functions/adapters/socket-function.ts';
import { socketTables } from '#functions/adapters/socket-tables.ts';
import { answerMessage } from './answer-message.ts';
import { closeSocket } from './close-socket.ts';
import { openSocket } from './open-socket.ts';

const client = dynamoDBClient();
const connections = dynamoDBConnections(client, socketTables());
const now = () => new Date();
const { keys, renew } = renewedKeys('CURSOR_KEYS_SECRET');

export const handler = socketRoutes({
  $connect: openSocket(connections, now),
  $disconnect: closeSocket(connections),
  $default: answerMessage(
    {
      connections,
      feed: dynamoDBFeedReader(client, environment('FEED_TABLE')),
      checkpoints: dynamoDBCheckpoints(client, environment('CHECKPOINTS_TABLE')),
      cursors: signedCursors(keys),
      trigger: sqsPushes(sqsClient(), environment('PUSH_QUEUE_URL')),
      now,
      newId: v7,
    },
    apiGatewaySockets(connectionsClient(environment('SOCKETS_URL'))),
  ),
}).before(renew);
