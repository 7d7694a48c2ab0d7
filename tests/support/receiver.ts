import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly headers: Record<string, string>;
  readonly body: string;
}

export type Behaviour = (response: ServerResponse, received: Received) => void;

export const accept: Behaviour = (response) => void response.writeHead(204).end();

/** A webhook receiver on this machine that behaves as a test says; its connections are cut when it stops. */
export async function startReceiver(behave: Behaviour = accept) {
  const received: Received[] = [];
  let behaviour = behave;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
    const message: Received = { headers: Object.fromEntries(headers), body: await bodyOf(request) };
    received.push(message);
    behaviour(response, message);
  };
  const server = createServer((request, response) => void answer(request, response));
  let connections = 0;
  server.on('connection', () => (connections += 1));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}/events`,
    received,
    connections: () => connections,
    behave: (next: Behaviour) => (behaviour = next),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export type Receiver = Awaited<ReturnType<typeof startReceiver>>;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** A port of this machine that nothing listens on. */
export async function freePort(): Promise<string> {
  const { port, stop } = await startReceiver();
  await stop();
  return String(port);
}
