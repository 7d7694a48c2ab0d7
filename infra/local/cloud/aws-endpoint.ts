import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { answerConnections, connectionIdIn } from './sockets/connections-endpoint.ts';
import type { DynamoDbEndpoint } from './dynamodb/dynamodb-endpoint.ts';
import type { EventBuses } from './eventbridge/event-bus.ts';
import { close, listen, portOf } from './loopback.ts';
import type { Queue } from './sqs/queue.ts';
import type { Connections } from './sockets/socket-connections.ts';
import { answerSqs } from './sqs/sqs-endpoint.ts';

export interface AwsServices {
  readonly dynamoDb: DynamoDbEndpoint;
  readonly buses: EventBuses;
  readonly queues: readonly Queue[];
  /** Those of the WebSocket API; none when the template has no such API. */
  readonly connections: Connections;
}

export interface AwsEndpoint {
  readonly url: string;
  /** The variables by which the AWS SDK finds these services. */
  readonly variables: Readonly<Record<string, string>>;
  /** From now on calls are answered; before, they wait. */
  readonly serve: (services: AwsServices) => void;
  readonly stop: () => Promise<void>;
}

/** One local address for the AWS services that functions call; the call's `X-Amz-Target` or its path says which is meant. */
export async function startAwsEndpoint(): Promise<AwsEndpoint> {
  const services = Promise.withResolvers<AwsServices>();
  const server = createServer({ keepAliveTimeout: 75_000 }, (request, response) => {
    response.on('error', () => undefined);
    buffer(request)
      .then(async (body) => answer(await services.promise, body, request, response))
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
      AWS_ENDPOINT_URL_DYNAMODB: url,
      AWS_ENDPOINT_URL_DYNAMODB_STREAMS: url,
      AWS_ENDPOINT_URL_EVENTBRIDGE: url,
      AWS_ENDPOINT_URL_SQS: url,
      AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI: url,
    },
    serve: services.resolve,
    stop: async () => close(server, 200),
  };
}

async function answer(
  { dynamoDb, buses, queues, connections }: AwsServices,
  body: Buffer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const target = String(request.headers['x-amz-target'] ?? '');
  const [service = '', operation = ''] = target.split('.');
  if (service.startsWith('DynamoDB')) return dynamoDb.forward(target, body, request, response);
  if (target === 'AWSEvents.PutEvents') {
    const { status, reply: output } = buses.putEvents(JSON.parse(body.toString()));
    return reply(response, status, output);
  }
  if (service === 'AmazonSQS') {
    const { status, reply: output } = await answerSqs(operation, JSON.parse(body.toString()), queues);
    return reply(response, status, output);
  }
  const connectionId = connectionIdIn(request.url ?? '');
  if (connectionId !== undefined) {
    const { status, error, reply: output } = answerConnections(request.method ?? '', connectionId, body, connections);
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
