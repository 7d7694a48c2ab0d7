import { respondOrError } from '#shared/subscriptions/sockets/respond-or-error.ts';
import type { RespondPorts } from '#shared/subscriptions/sockets/respond.ts';
import type { Sockets } from '#shared/subscriptions/sockets/sockets.ts';
import { bounded } from '#functions/adapters/audited-reads.ts';
import { logger } from '#functions/adapters/observability.ts';
import type { SocketRoute } from '#functions/adapters/socket-function.ts';

/**
 * `$default`: subscribes, unsubscribes, answers a ping, or sends what is wrong with the client's message. What the
 * client subscribes to, or failed to, is logged with who it is: from then on the client reads.
 */
export const answerMessage =
  (ports: RespondPorts, sockets: Pick<Sockets, 'post'>): SocketRoute =>
  async ({ body = '', requestContext: { connectionId, authorizer } }) => {
    const answer = await respondOrError(ports, connectionId, body);
    if (answer === undefined || answer.type === 'error') {
      const { subject, client } = authorizer ?? {};
      const status = answer?.problem.status ?? 200;
      const read = { subject, client, route: 'socket', connection: connectionId, message: bounded(body), status };
      logger.info('Read', { read });
    }
    if (answer !== undefined) await sockets.post(connectionId, answer);
    return { statusCode: 200 };
  };
