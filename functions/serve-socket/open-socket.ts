import { nextDueAt } from '#shared/subscriptions/sockets/connection.ts';
import type { Connections } from '#shared/subscriptions/sockets/connections.ts';
import { protocolFor } from '#shared/subscriptions/sockets/handshake.ts';
import type { SocketRoute } from '#functions/adapters/socket-function.ts';

/** `$connect`: records the connection, and agrees on the subprotocol `chancery` where it is offered. */
export const openSocket =
  (connections: Pick<Connections, 'open'>, now: () => Date): SocketRoute =>
  async ({ headers = {}, requestContext: { connectionId: id, authorizer } }) => {
    const { subject, expiresAt } = authorizer ?? {};
    if (subject === undefined || expiresAt === undefined) throw new Error('The route has no authorizer');
    await connections.open({ id, subject, expiresAt, dueAt: nextDueAt(now(), expiresAt) });
    const protocol = protocolFor(headers);
    return { statusCode: 200, ...(protocol !== undefined && { headers: { 'Sec-WebSocket-Protocol': protocol } }) };
  };
