import { asksToRead } from '#shared/subscriptions/sockets/client-message.ts';
import { respondOrError } from '#shared/subscriptions/sockets/respond-or-error.ts';
import type { RespondPorts } from '#shared/subscriptions/sockets/respond.ts';
import type { Sockets } from '#shared/subscriptions/sockets/sockets.ts';
import { bounded, logRead } from '#functions/adapters/audited-reads.ts';
import type { SocketRoute } from '#functions/adapters/socket-function.ts';

/**
 * `$default`: subscribes, unsubscribes, answers a ping, or sends what is wrong with the client's message. What the
 * client subscribes to, or failed to, is logged with who it is: from then on the client reads.
 */
export const answerMessage =
  (ports: RespondPorts, sockets: Pick<Sockets, 'post'>, log = logRead): SocketRoute =>
  async ({ body = '', requestContext: { connectionId, authorizer } }) => {
    let status = 500;
    try {
      const answer = await respondOrError(ports, connectionId, body);
      status = answer?.type === 'error' ? answer.problem.status : 200;
      if (answer !== undefined) await sockets.post(connectionId, answer);
    } finally {
      const { subject, client } = authorizer ?? {};
      if (asksToRead(body))
        log({ subject, client, route: 'socket', connection: connectionId, message: bounded(body), status });
    }
    return { statusCode: 200 };
  };
