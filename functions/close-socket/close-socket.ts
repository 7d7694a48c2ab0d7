import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import type { Connections } from '#shared/subscriptions/sockets/connections.ts';
import { dynamoDBConnections } from '#shared/subscriptions/sockets/dynamodb-connections.ts';
import { socketFunction } from '#functions/adapters/socket-function.ts';
import { socketTables } from '#functions/adapters/socket-tables.ts';

/** `$disconnect`: forgets the connection. API Gateway does not promise to tell of every end; whoever sends to one that is gone forgets it, too. */
export const closeSocket = (connections: Pick<Connections, 'forget'>) =>
  socketFunction(async ({ requestContext: { connectionId } }) => {
    await connections.forget(connectionId);
    return { statusCode: 200 };
  });

export const handler = closeSocket(dynamoDBConnections(dynamoDBClient(), socketTables()));
