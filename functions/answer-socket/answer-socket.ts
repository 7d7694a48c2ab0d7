import { v7 } from 'uuid';
import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { environment } from '#shared/environment.ts';
import { dynamoDBFeedReader } from '#shared/feed/dynamodb-feed.ts';
import { signedCursors } from '#shared/cursor.ts';
import { answerOrError } from '#shared/subscriptions/sockets/answer-or-error.ts';
import type { AnswerPorts } from '#shared/subscriptions/sockets/answer.ts';
import { apiGatewaySockets, connectionsClient } from '#shared/subscriptions/sockets/api-gateway-sockets.ts';
import { dynamoDBConnections } from '#shared/subscriptions/sockets/dynamodb-connections.ts';
import type { Sockets } from '#shared/subscriptions/sockets/sockets.ts';
import { sqsPushes } from '#shared/subscriptions/sockets/sqs-pushes.ts';
import { sqsClient } from '#shared/subscriptions/webhooks/sqs-wake-ups.ts';
import { socketFunction } from '#functions/adapters/socket-function.ts';
import { socketTables } from '#functions/adapters/socket-tables.ts';

/** Every message of a client: subscribes, unsubscribes, answers a ping, or says what is wrong with the message. */
export const answerSocket = (ports: AnswerPorts, sockets: Pick<Sockets, 'post'>) =>
  socketFunction(async ({ body = '', requestContext: { connectionId } }) => {
    const answer = await answerOrError(ports, connectionId, body);
    if (answer !== undefined) await sockets.post(connectionId, answer);
    return { statusCode: 200 };
  });

const client = dynamoDBClient();

export const handler = answerSocket(
  {
    connections: dynamoDBConnections(client, socketTables()),
    feed: dynamoDBFeedReader(client, environment('FEED_TABLE')),
    cursors: signedCursors(environment('CURSOR_KEY')),
    wake: sqsPushes(sqsClient(), environment('PUSH_QUEUE_URL')),
    now: () => new Date(),
    newId: v7,
  },
  apiGatewaySockets(connectionsClient(environment('SOCKETS_URL'))),
);
