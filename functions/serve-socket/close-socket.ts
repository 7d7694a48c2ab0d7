import type { Connections } from '#shared/subscriptions/sockets/connections.ts';
import type { SocketRoute } from '#functions/adapters/socket-function.ts';

/**
 * `$disconnect`: removes the connection. API Gateway does not promise to report every end; a push to a connection that
 * is gone removes it, too.
 */
export const closeSocket =
  (connections: Pick<Connections, 'forget'>): SocketRoute =>
  async ({ requestContext: { connectionId } }) => {
    await connections.forget(connectionId);
    return { statusCode: 200 };
  };
