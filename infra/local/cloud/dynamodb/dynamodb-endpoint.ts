import { Agent, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import { authorization, type Database } from './dynamodb-call.ts';
import type { LocalTable } from './tables.ts';

export interface DynamoDbEndpoint {
  /** Passes a request of DynamoDB or DynamoDB Streams on to the database that holds its tables. */
  readonly forward: (target: string, body: Buffer, request: IncomingMessage, response: ServerResponse) => void;
}

const writes =
  /\.(PutItem|UpdateItem|DeleteItem|BatchWriteItem|TransactWriteItems|ExecuteStatement|ExecuteTransaction|BatchExecuteStatement)$/;

/** In JSON text a quotation mark inside a value is escaped, so these can match at the level of the API only. */
const tableNames = /"TableName"\s*:\s*"([^"]+)"/g;
const streamTable = /:table\/([^/"]+)\/stream\//;

/**
 * A proxy in front of DynamoDB Local that chooses the database by table. `onWrite` hears of the tables that were written to,
 * so that stream readers need not wait for their next poll.
 */
export function dynamoDbEndpoint(
  tables: readonly LocalTable[],
  fallback: Database,
  onWrite: (tableNames: readonly string[]) => void,
): DynamoDbEndpoint {
  const databases = new Map(tables.map(({ name, database }) => [name, database]));
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  const { hostname, port } = new URL(fallback.endpoint);

  return {
    forward: (target, body, request, response) => {
      const addressed = names(target, body.toString('latin1'));
      const holders = new Map(
        addressed.flatMap((name) => databases.get(name) ?? []).map((one) => [one.accessKeyId, one]),
      );
      if (holders.size > 1) return refuse(response);
      const [database = fallback] = holders.values();

      const outgoing = send(
        {
          agent,
          hostname,
          port,
          method: 'POST',
          headers: {
            'x-amz-target': target,
            'content-type': request.headers['content-type'],
            'content-length': body.length,
            authorization: authorization(database.accessKeyId, database.region),
          },
        },
        (incoming) => {
          if (incoming.statusCode === 200 && writes.test(target)) onWrite(addressed);
          response.writeHead(incoming.statusCode ?? 500, incoming.headers);
          incoming.pipe(response);
        },
      );
      outgoing.on('error', (error) => {
        if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/x-amz-json-1.0' });
        response.end(JSON.stringify({ __type: 'InternalServerError', message: `DynamoDB Local: ${error.message}` }));
      });
      outgoing.end(body);
    },
  };
}

function refuse(response: ServerResponse): void {
  response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
  response.end(
    JSON.stringify({
      __type: 'com.amazon.coral.validate#ValidationException',
      message: 'The local cloud keeps these tables in different databases, so one call cannot reach them all',
    }),
  );
}

/** The tables that a call is about. */
function names(target: string, body: string): string[] {
  if (target.startsWith('DynamoDBStreams_')) {
    const stream = streamTable.exec(body)?.[1];
    if (stream !== undefined) return [stream];
  }
  if (target.includes('.Batch')) return Object.keys((JSON.parse(body) as { RequestItems?: object }).RequestItems ?? {});
  return Array.from(body.matchAll(tableNames), ([, name = '']) => name);
}
