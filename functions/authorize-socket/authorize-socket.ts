import { environment } from '#shared/environment.ts';
import { clientsFrom } from '#shared/identity/clients.ts';
import { keysAt, tokenVerifier, type VerifyToken } from '#shared/subscriptions/sockets/access-token.ts';
import { tokenIn } from '#shared/subscriptions/sockets/handshake.ts';
import { failed } from '#functions/adapters/failed.ts';
import { logger } from '#functions/adapters/observability.ts';
import { socketFunction } from '#functions/adapters/socket-function.ts';

/**
 * API Gateway answers with 401 when its authorizer fails with just this message, and with 500 when it fails otherwise.
 */
const unauthorized = () => new Error('Unauthorized');

/**
 * Admits clients with a valid token to the WebSocket API, and passes its subject, client and expiry on to `$connect`
 * and to messages.
 */
export const authorizeSocket = (verify: VerifyToken) =>
  socketFunction(async ({ headers = {}, methodArn }) => {
    const token = tokenIn(headers);
    if (token === undefined) throw unauthorized();
    const caller = await verify(token).catch((error: unknown) => {
      failed('Tokens cannot be verified', error);
      throw error;
    });
    if ('refused' in caller) {
      logger.info('Refused', { reason: caller.refused });
      throw unauthorized();
    }
    const { subject, client, expiresAt } = caller;
    const statement = { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: methodArn };
    return {
      principalId: subject,
      policyDocument: { Version: '2012-10-17', Statement: [statement] },
      context: { subject, client, expiresAt },
    };
  });

export const handler = authorizeSocket(
  tokenVerifier({
    issuer: environment('TOKEN_ISSUER'),
    clients: clientsFrom(environment('CLIENTS')),
    keys: keysAt(environment('TOKEN_KEYS_URL')),
  }),
);
