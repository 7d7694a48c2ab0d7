import type { Server as HttpServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { Refusal } from '#infra/local/refusal.ts';

/** Listens on the loopback interface; `port` 0 takes any that is free. */
export async function listen(server: Server, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, '127.0.0.1', resolve);
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES'))
      throw new Refusal(
        `Port ${port} is ${error.code === 'EACCES' ? 'not allowed' : 'taken'}; choose another with --port`,
      );
    throw error;
  }
}

// a listening TCP server has one
export const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** Closes a server: refuses new requests and cuts those in flight after the given time. */
export async function close(server: HttpServer, patienceMs: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), patienceMs);
  await promise;
  clearTimeout(timer);
}
