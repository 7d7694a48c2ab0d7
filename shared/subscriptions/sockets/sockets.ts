import type { ServerMessage } from './server-message.ts';

/** What became of a message: `full`, when its client has not read what was sent before; `gone`, when there is no such connection. */
export type Sent = 'sent' | 'full' | 'gone';

/** The sockets themselves. */
export interface Sockets {
  /** Sends one message. An error means that it is not known whether it arrived. */
  post(connectionId: string, message: ServerMessage): Promise<Sent>;
  /** Ends a connection, if it is still there. */
  close(connectionId: string): Promise<void>;
}

/** Bytes of a message that API Gateway takes. */
export const maxMessageBytes = 128 * 1024;
