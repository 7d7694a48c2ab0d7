import { environment } from '#shared/environment.ts';
import type { SocketTables } from '#shared/subscriptions/sockets/dynamodb-connections.ts';

/** The tables of connections and of their subscriptions' terms. */
export const socketTables = (): SocketTables => ({
  connections: environment('CONNECTIONS_TABLE'),
  terms: environment('SOCKET_TERMS_TABLE'),
});
