import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  GoneException,
  LimitExceededException,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { callTimeouts } from '#shared/aws-client-settings.ts';
import type { Sockets } from './sockets.ts';

/**
 * Makes the client of a WebSocket API's connections. It does not retry: a message whose response was lost would be sent
 * twice. A call without a response is given up after 5 s.
 */
export const connectionsClient = (endpoint: string): ApiGatewayManagementApiClient =>
  new ApiGatewayManagementApiClient({
    endpoint,
    maxAttempts: 1,
    requestHandler: callTimeouts,
  });

/** Sends to the sockets of an API Gateway WebSocket API. */
export const apiGatewaySockets = (client: ApiGatewayManagementApiClient): Sockets => ({
  post: async (ConnectionId, message) => {
    try {
      await client.send(new PostToConnectionCommand({ ConnectionId, Data: JSON.stringify(message) }));
      return 'sent';
    } catch (error) {
      if (error instanceof GoneException) return 'gone';
      if (error instanceof LimitExceededException) return 'full';
      throw error;
    }
  },
  close: async (ConnectionId) => {
    try {
      await client.send(new DeleteConnectionCommand({ ConnectionId }));
    } catch (error) {
      if (!(error instanceof GoneException)) throw error;
    }
  },
});
