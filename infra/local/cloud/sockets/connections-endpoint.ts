import { messageLimit, type Connection, type Connections } from './socket-connections.ts';

interface Reply {
  readonly status: number;
  /** The error's name, for the header `x-amzn-ErrorType`. */
  readonly error?: string;
  readonly reply: unknown;
}

/** The id in `/STAGE/@connections/ID`; `undefined` for any other path. */
export function connectionIdIn(path: string): string | undefined {
  const id = /^(?:\/[^/]+)?\/@connections\/([^/]+)$/.exec(path)?.[1];
  return id === undefined ? undefined : decodeURIComponent(id);
}

/** Executes a call of the API Gateway management API: posts to a connection, describes it or closes it. */
export function callConnection(method: string, id: string, body: Buffer, connections: Connections): Reply {
  const connection = connections.get(id);
  if (connection === undefined) return refusal(410, 'GoneException', null);
  switch (method) {
    case 'POST':
      return post(connection, body);
    case 'GET':
      return { status: 200, reply: description(connection) };
    case 'DELETE':
      connection.close(1000, 'Connection Closed Normally');
      return { status: 204, reply: undefined };
    default: // HTTP has more methods than the management API
      return refusal(403, 'ForbiddenException', { message: `${method} is not supported` });
  }
}

function post(connection: Connection, body: Buffer): Reply {
  if (body.length > messageLimit)
    return refusal(413, 'PayloadTooLargeException', { message: 'Message too long', connectionId: connection.facts.connectionId }); // prettier-ignore
  if (connection.send(body.toString()) === 'full') return refusal(429, 'LimitExceededException', null);
  return { status: 200, reply: undefined };
}

function description({ facts, lastActiveAt }: Connection): unknown {
  const { sourceIp, userAgent = '' } = facts;
  return {
    connectedAt: new Date(facts.connectedAt).toISOString(),
    lastActiveAt: new Date(lastActiveAt()).toISOString(),
    identity: { sourceIp, userAgent },
  };
}

const refusal = (status: number, error: string, reply: unknown): Reply => ({ status, error, reply });
