import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { commandPorts } from '#shared/identity/command-callbacks.ts';
import { CommandFailed } from '../exit-codes.ts';

/** Waits on this machine for the browser that comes back from the sign-in page. */
export interface Loopback {
  readonly port: number;
  /**
   * Hands over the addresses that the browser comes to until one is taken; what it is taken with, or refused, is shown
   * to the person.
   */
  readonly next: (take: (address: URL) => Promise<string>) => Promise<void>;
  readonly stop: () => void;
}

/** Listens on the first of the ports that is free; no other machine reaches it. */
export async function listenOnLoopback(): Promise<Loopback> {
  for (const port of commandPorts) {
    const server = createServer();
    server.listen(port, '127.0.0.1');
    const listens = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (listens) return loopback(server, port);
  }
  throw new CommandFailed(
    `None of the ports ${commandPorts.join(', ')} of this machine is free: sign-in leads to them`,
  );
}

const loopback = (server: Server, port: number): Loopback => ({
  port,
  next: async (take) =>
    new Promise((resolve) => {
      server.on('request', ({ url = '/' }, response) => {
        const address = new URL(url, `http://localhost:${port}`);
        if (address.pathname !== '/callback') return reply(response, 404, 'There is nothing here.');
        void take(address)
          .then((said) => {
            reply(response, 200, said);
            return resolve();
          })
          .catch((error: unknown) => reply(response, 400, error instanceof Error ? error.message : String(error)));
      });
    }),
  stop: () => {
    server.close();
    server.closeAllConnections();
  },
});

function reply(response: ServerResponse, status: number, said: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
  response.end(`${said}\n`);
}
