import type { ServerMessage } from './server-message.ts';

/**
 * The outcome of a message: `full`: the client has not read what was sent before; `gone`: there is no such connection.
 */
export type Sent = 'sent' | 'full' | 'gone';

/** Sends to open sockets. */
export interface Sockets {
  /** Sends one message. An error means that it is unknown whether it arrived. */
  post(connectionId: string, message: ServerMessage): Promise<Sent>;
  /** Ends a connection, if it is still there. */
  close(connectionId: string): Promise<void>;
}

/** The bytes of a message that API Gateway accepts. */
export const maxMessageBytes = 128 * 1024;
