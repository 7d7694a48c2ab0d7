import { respondOrError } from '#shared/subscriptions/sockets/respond-or-error.ts';
import type { RespondPorts } from '#shared/subscriptions/sockets/respond.ts';
import type { Sockets } from '#shared/subscriptions/sockets/sockets.ts';
import type { SocketRoute } from '#functions/adapters/socket-function.ts';

/** `$default`: subscribes, unsubscribes, answers a ping, or sends what is wrong with the client's message. */
export const answerMessage =
  (ports: RespondPorts, sockets: Pick<Sockets, 'post'>): SocketRoute =>
  async ({ body = '', requestContext: { connectionId } }) => {
    const answer = await respondOrError(ports, connectionId, body);
    if (answer !== undefined) await sockets.post(connectionId, answer);
    return { statusCode: 200 };
  };
