import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { gatewayProblem } from './gateway-problem.ts';
import { bodyLimit, type Body } from './http-gateway.ts';
import type { HttpResponse } from './http-response.ts';
import { close, listen, portOf } from '#infra/local/cloud/loopback.ts';

export type Answer = (request: IncomingMessage, body: Body) => Promise<HttpResponse>;

export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>;

export interface HttpServer {
  readonly url: string;
  /** From now on requests are answered so; before, they are told to come again. */
  readonly answerWith: (answer: Answer) => void;
  /** From now on sockets are opened so; before, they are refused. */
  readonly upgradeWith: (upgrade: Upgrade) => void;
  /** Finishes the requests in flight, but waits for them no longer than this. */
  readonly stop: (patienceMs: number) => Promise<void>;
}

const whileStarting: Answer = async () =>
  gatewayProblem('unavailable', 'The local cloud is starting', { 'retry-after': '1' });

/** Binds the public port on this machine only; refused in one line when it is taken. */
export async function startHttpServer(port: number): Promise<HttpServer> {
  let answer = whileStarting;

  const server = createServer({ keepAliveTimeout: 75_000 }, (request, response) => {
    response.on('error', () => undefined); // a client that has gone away harms nobody
    request.on('error', () => undefined);
    void serve(request, response, answer);
  });
  let upgrade: Upgrade = async (_request, socket) => {
    socket.end('HTTP/1.1 503 Service Unavailable\r\nretry-after: 1\r\nconnection: close\r\n\r\n');
  };
  server.on('upgrade', (request, socket, head) => void upgrade(request, socket, head));
  await listen(server, port);
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    answerWith: (next) => {
      answer = next;
    },
    upgradeWith: (next) => {
      upgrade = next;
    },
    stop: async (patienceMs) => close(server, patienceMs),
  };
}

async function serve(request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> {
  try {
    write(await answer(request, await readBody(request)), request, response);
  } catch (error) {
    if (request.destroyed && !request.complete) return; // the client left in the middle of its body
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    if (response.headersSent) response.destroy();
    else
      write(gatewayProblem('internal-error', 'The response could not be made: see standard error'), request, response);
  }
}

function write({ status, headers, body }: HttpResponse, request: IncomingMessage, response: ServerResponse): void {
  if (response.destroyed) return;
  const withBody = status !== 204 && status !== 304;
  for (const [name, value] of Object.entries(headers))
    if (name !== 'content-length' && name !== 'transfer-encoding' && (withBody || name !== 'content-type'))
      response.setHeader(name, value);
  if (withBody) response.setHeader('content-length', body.length);
  response.statusCode = status;
  response.end(withBody && request.method !== 'HEAD' ? body : undefined);
}

/** Reads to the end even when it is too much, so that the client gets to see the answer. */
async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length <= bodyLimit) chunks.push(bytes);
    else chunks.length = 0;
  }
  return length > bodyLimit ? undefined : Buffer.concat(chunks);
}
