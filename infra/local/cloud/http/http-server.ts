import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { gatewayProblem } from './gateway-problem.ts';
import type { HttpResponse } from './http-response.ts';
import { close, listen, portOf } from '#infra/local/cloud/loopback.ts';

/** A whole request's body; `undefined` when it is larger than API Gateway takes. */
export type Body = Buffer | undefined;

/** Bytes of a request's body that API Gateway takes. */
export const bodyLimit = 10 * 1024 * 1024;

export type Respond = (request: IncomingMessage, body: Body) => Promise<HttpResponse>;

export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>;

export interface HttpServer {
  readonly url: string;
  /** Starts to serve requests; earlier ones get 503 with `retry-after`. */
  readonly respondWith: (respond: Respond) => void;
  /** Starts to open sockets; earlier ones get 503. */
  readonly upgradeWith: (upgrade: Upgrade) => void;
  /** Stops listening and waits for the requests in flight, at most so long. */
  readonly stop: (patienceMs: number) => Promise<void>;
}

const whileStarting: Respond = async () =>
  gatewayProblem('unavailable', 'The local cloud is starting', { 'retry-after': '1' });

/** Listens on the public port of the loopback interface; throws a `Refusal` when it is taken. */
export async function startHttpServer(port: number): Promise<HttpServer> {
  let respond = whileStarting;

  const server = createServer({ keepAliveTimeout: 75_000 }, (request, response) => {
    response.on('error', () => undefined); // the client may go away at any time
    request.on('error', () => undefined);
    void serve(request, response, respond);
  });
  let upgrade: Upgrade = async (_request, socket) => {
    socket.end('HTTP/1.1 503 Service Unavailable\r\nretry-after: 1\r\nconnection: close\r\n\r\n');
  };
  server.on('upgrade', (request, socket, head) => void upgrade(request, socket, head));
  await listen(server, port);
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    respondWith: (next) => {
      respond = next;
    },
    upgradeWith: (next) => {
      upgrade = next;
    },
    stop: async (patienceMs) => close(server, patienceMs),
  };
}

async function serve(request: IncomingMessage, response: ServerResponse, respond: Respond): Promise<void> {
  try {
    write(await respond(request, await readBody(request)), request, response);
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

/** Reads a body to its end even when it is too large, so that the client receives the response. */
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
