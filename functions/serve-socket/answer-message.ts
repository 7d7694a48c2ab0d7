import { answerOrError } from '#shared/subscriptions/sockets/answer-or-error.ts';
import type { AnswerPorts } from '#shared/subscriptions/sockets/answer.ts';
import type { Sockets } from '#shared/subscriptions/sockets/sockets.ts';
import type { SocketRoute } from '#functions/adapters/socket-function.ts';

/** `$default`: subscribes, unsubscribes, answers a ping, or sends what is wrong with the client's message. */
export const answerMessage =
  (ports: AnswerPorts, sockets: Pick<Sockets, 'post'>): SocketRoute =>
  async ({ body = '', requestContext: { connectionId } }) => {
    const answer = await answerOrError(ports, connectionId, body);
    if (answer !== undefined) await sockets.post(connectionId, answer);
    return { statusCode: 200 };
  };
