import { randomBytes } from 'node:crypto';
import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ConnectionFacts } from './socket-event.ts';
import type { SocketApi } from './socket-routes.ts';

/** Reads the facts of a connection from its upgrade request. */
export function factsOf(request: IncomingMessage, { apiId, stage, stageVariables }: SocketApi): ConnectionFacts {
  return {
    connectionId: `${randomBytes(11).toString('base64url')}=`,
    apiId,
    stage,
    stageVariables,
    domainName: request.headers.host ?? '127.0.0.1',
    connectedAt: Date.now(),
    sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
    userAgent: request.headers['user-agent'],
  };
}

/** Responds to the request instead of opening a socket, as API Gateway does. */
export function refuseUpgrade(socket: Duplex, status: number, message: string, connectionId: string): void {
  const body = JSON.stringify({ message, connectionId });
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
      'connection: close',
      'content-type: application/json',
      `content-length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  );
}
