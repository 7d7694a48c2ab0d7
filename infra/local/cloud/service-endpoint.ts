import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { callSecretsManager } from './secrets/secrets-endpoint.ts';
import type { Secrets } from './secrets/secrets.ts';
import { callConnection, connectionIdIn } from './sockets/connections-endpoint.ts';
import type { EventBuses } from './eventbridge/event-bus.ts';
import { close, listen, portOf } from './loopback.ts';
import type { Queue } from './sqs/queue.ts';
import type { Connections } from './sockets/socket-connections.ts';
import { callSqs } from './sqs/sqs-endpoint.ts';

export interface ServedServices {
  readonly buses: EventBuses;
  readonly queues: readonly Queue[];
  readonly secrets: Secrets;
  /** Open connections of the WebSocket API; empty when the template has none. */
  readonly connections: Connections;
}

export interface ServiceEndpoint {
  readonly url: string;
  /** `AWS_ENDPOINT_URL_…` variables of these services for the AWS SDK. */
  readonly variables: Readonly<Record<string, string>>;
  /** Starts to serve calls; earlier ones wait. */
  readonly serve: (services: ServedServices) => void;
  readonly stop: () => Promise<void>;
}

/**
 * Starts one local address for EventBridge, SQS, Secrets Manager and API Gateway's management API; `X-Amz-Target` or
 * the path selects the service.
 */
export async function startServiceEndpoint(): Promise<ServiceEndpoint> {
  const services = Promise.withResolvers<ServedServices>();
  const server = createServer({ keepAliveTimeout: 75_000 }, (request, response) => {
    response.on('error', () => undefined);
    buffer(request)
      .then(async (body) => serve(await services.promise, body, request, response))
      .catch((error: unknown) => {
        if (!request.complete) return; // the caller was stopped in the middle of its call
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
        if (!response.headersSent) reply(response, 500, { __type: 'InternalServerError', message: String(error) });
      });
  });
  await listen(server, 0);
  const url = `http://127.0.0.1:${portOf(server)}`;
  return {
    url,
    variables: {
      AWS_ENDPOINT_URL_EVENTBRIDGE: url,
      AWS_ENDPOINT_URL_SQS: url,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: url,
      AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI: url,
    },
    serve: services.resolve,
    stop: async () => close(server, 200),
  };
}

async function serve(
  { buses, queues, secrets, connections }: ServedServices,
  body: Buffer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const target = String(request.headers['x-amz-target'] ?? '');
  const [service = '', operation = ''] = target.split('.');
  if (target === 'AWSEvents.PutEvents') {
    const { status, reply: output } = buses.putEvents(JSON.parse(body.toString()));
    return reply(response, status, output);
  }
  if (service === 'AmazonSQS') {
    const { status, reply: output } = await callSqs(operation, JSON.parse(body.toString()), queues);
    return reply(response, status, output);
  }
  if (service === 'secretsmanager') {
    const { status, reply: output } = callSecretsManager(operation, JSON.parse(body.toString()), secrets);
    return reply(response, status, output);
  }
  const connectionId = connectionIdIn(request.url ?? '');
  if (connectionId !== undefined) {
    const { status, error, reply: output } = callConnection(request.method ?? '', connectionId, body, connections);
    return reply(response, status, output, error === undefined ? {} : { 'x-amzn-errortype': error });
  }
  return reply(response, 400, { __type: 'UnknownOperationException', message: `${target} is not served locally` });
}

function reply(response: ServerResponse, status: number, output: unknown, headers: Record<string, string> = {}): void {
  const body = Buffer.from(output === undefined ? '' : JSON.stringify(output));
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.1',
    ...(status !== 204 && { 'content-length': body.length }),
    ...headers,
  });
  response.end(body);
}
