import { promisify } from 'node:util';
import { connect, createServer, type Socket } from 'node:net';
import { listen, portOf } from '#infra/local/cloud/loopback.ts';
import { addressedTables } from './addressed-tables.ts';
import { authorization, type Database } from './dynamodb-call.ts';
import { headerOf, type RawRequest, requestReader } from './http-request.ts';
import type { LocalTable } from './tables.ts';

export interface DynamoDbEndpoint {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export interface DynamoDbEndpointSettings {
  readonly tables: readonly LocalTable[];
  /** The database of calls that address no known table. */
  readonly fallback: Database;
  /**
   * Receives the tables of each write when its response arrives, so that stream readers need not wait for their next
   * poll.
   */
  readonly onWrite: (tableNames: readonly string[]) => void;
}

const writes =
  /\.(PutItem|UpdateItem|DeleteItem|BatchWriteItem|TransactWriteItems|ExecuteStatement|ExecuteTransaction|BatchExecuteStatement)$/;

/**
 * Starts a proxy in front of DynamoDB Local that chooses the database by table. It replaces the authorization, whose
 * access key id names the database, and passes all other bytes on as they are: parsing and composing HTTP would double
 * the time of a call.
 */
export async function startDynamoDbEndpoint(settings: DynamoDbEndpointSettings): Promise<DynamoDbEndpoint> {
  const connections = new Set<Socket>();
  const server = createServer({ noDelay: true }, (client) => {
    connections.add(client);
    client.on('close', () => connections.delete(client));
    serve(client, settings);
  });
  await listen(server, 0);
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    stop: async () => {
      for (const connection of connections) connection.destroy();
      await promisify(server.close.bind(server))();
    },
  };
}

/** Connects one client with DynamoDB Local; when either side closes, so does the other. */
function serve(client: Socket, { tables, fallback, onWrite }: DynamoDbEndpointSettings): void {
  const databases = new Map(tables.map(({ name, database }) => [name, database]));
  const { hostname, port } = new URL(fallback.endpoint);
  const upstream = connect({ host: hostname, port: Number(port), noDelay: true });
  upstream.pipe(client);

  const read = requestReader((request) => {
    const target = headerOf(request, 'x-amz-target') ?? '';
    const addressed = addressedTables(target, request.body.toString('latin1'));
    const holders = new Map(
      addressed.flatMap((name) => databases.get(name) ?? []).map((one) => [one.accessKeyId, one]),
    );
    if (holders.size > 1) return void client.write(refusal);
    const [database = fallback] = holders.values();
    if (writes.test(target)) upstream.once('data', () => onWrite(addressed));
    upstream.cork();
    upstream.write(headFor(request, database), 'latin1');
    upstream.write(request.body);
    upstream.uncork();
  });
  client.on('data', (chunk) => {
    try {
      read(chunk);
    } catch {
      client.destroy();
    }
  });
  for (const [one, other] of [
    [client, upstream],
    [upstream, client],
  ] as const) {
    one.on('error', () => undefined); // a close follows
    one.on('close', () => other.destroy());
  }
}

/** Replaces the caller's authorization in a request's head by that of a database. */
const headFor = ({ head }: RawRequest, { accessKeyId, region }: Database): string =>
  `${head.replace(/\r\nauthorization:[^\r]*/i, '')}\r\nauthorization: ${authorization(accessKeyId, region)}\r\n\r\n`;

const refusalBody = JSON.stringify({
  __type: 'com.amazon.coral.validate#ValidationException',
  message: 'The local cloud stores these tables in different databases, so one call cannot reach them all',
});
const refusal = [
  'HTTP/1.1 400 Bad Request',
  'content-type: application/x-amz-json-1.0',
  `content-length: ${refusalBody.length}`,
  '',
  refusalBody,
].join('\r\n');
