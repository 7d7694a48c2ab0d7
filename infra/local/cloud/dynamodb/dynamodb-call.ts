import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';

/** A running DynamoDB Local, with what the access key ids of one cloud begin with: two clouds may share one. */
export interface DatabaseServer {
  readonly endpoint: string;
  readonly prefix: string;
}

/** A database of DynamoDB Local: without `-sharedDb`, each access key id and region has one of its own. */
export interface Database {
  readonly endpoint: string;
  readonly accessKeyId: string;
  readonly region: string;
}

/** An error reply of DynamoDB; `code` is the exception's short name. */
export class DynamoDbError extends Error {
  override readonly name = 'DynamoDbError';
  readonly code: string;
  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

const agent = new Agent({ keepAlive: true });

/**
 * Composes an authorization for DynamoDB Local, which reads the access key id and the region and checks no signature.
 */
export const authorization = (accessKeyId: string, region: string): string =>
  `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20250101/${region}/dynamodb/aws4_request, SignedHeaders=host, Signature=local`;

/**
 * Makes one call of DynamoDB's JSON protocol; throws a `DynamoDbError` for an error reply. Needs no SDK, which would
 * delay the start.
 */
export async function callDynamoDb(database: Database, target: string, input: unknown): Promise<unknown> {
  const body = Buffer.from(JSON.stringify(input));
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; reply: string }>();
  const outgoing = request(
    database.endpoint,
    {
      agent,
      method: 'POST',
      headers: {
        'x-amz-target': target,
        'content-type': 'application/x-amz-json-1.0',
        'content-length': body.length,
        authorization: authorization(database.accessKeyId, database.region),
      },
    },
    (response) => {
      text(response).then((reply) => resolve({ status: response.statusCode ?? 0, reply }), reject);
    },
  );
  outgoing.on('error', reject);
  outgoing.end(body);
  const { status, reply } = await promise;
  const output: unknown = JSON.parse(reply === '' ? '{}' : reply);
  if (status === 200) return output;
  const {
    __type = 'UnknownError',
    Message,
    message,
  } = output as { __type?: string; Message?: string; message?: string };
  throw new DynamoDbError(__type.split('#').at(-1) ?? __type, Message ?? message ?? `status ${status}`);
}
