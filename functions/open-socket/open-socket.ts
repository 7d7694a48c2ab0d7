import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { nextLook } from '#shared/subscriptions/sockets/connection.ts';
import type { Connections } from '#shared/subscriptions/sockets/connections.ts';
import { dynamoDBConnections } from '#shared/subscriptions/sockets/dynamodb-connections.ts';
import { protocolFor } from '#shared/subscriptions/sockets/handshake.ts';
import { socketFunction } from '#functions/adapters/socket-function.ts';
import { socketTables } from '#functions/adapters/socket-tables.ts';

/** `$connect`: notes the connection, and agrees on the subprotocol `chancery` where it is offered. */
export const openSocket = (connections: Pick<Connections, 'open'>, now: () => Date) =>
  socketFunction(async ({ headers = {}, requestContext: { connectionId: id, authorizer } }) => {
    const { subject, expiresAt } = authorizer ?? {};
    if (subject === undefined || expiresAt === undefined) throw new Error('The route has no authorizer');
    await connections.open({ id, subject, expiresAt, wakeAt: nextLook(now(), expiresAt) });
    const protocol = protocolFor(headers);
    return { statusCode: 200, ...(protocol !== undefined && { headers: { 'Sec-WebSocket-Protocol': protocol } }) };
  });

export const handler = openSocket(dynamoDBConnections(dynamoDBClient(), socketTables()), () => new Date());
