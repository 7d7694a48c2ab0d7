import type { ServerMessage } from './server-message.ts';
import type { Sockets } from './sockets.ts';

/** Milliseconds that one push may take, and messages that it may send: then it is the others' turn. */
const sliceMs = 2000;
export const messagesPerSlice = 200;

const firstPauseMs = 25;

/** The client has gone away. */
export class ClientGone extends Error {}

export interface OutboxPorts {
  readonly sockets: Pick<Sockets, 'post'>;
  readonly now: () => Date;
  /** Milliseconds. */
  readonly pause: (ms: number) => Promise<unknown>;
}

/** What one push may send to a connection. */
export interface Outbox {
  readonly hasTime: () => boolean;
  /**
   * Sends a message, waiting for a client that reads slowly; `false`: time is over and it has not been sent. Throws `ClientGone`, or another
   * error when it is not known whether it was.
   */
  readonly send: (message: ServerMessage) => Promise<boolean>;
  /** Whether anything may have been sent. */
  readonly used: () => boolean;
  /** Whether the client took nothing, though there was something. */
  readonly stalled: () => boolean;
}

export function outboxOf({ sockets, now, pause }: OutboxPorts, connectionId: string): Outbox {
  const deadline = now().getTime() + sliceMs;
  let tried = 0;
  let taken = 0;
  const hasTime = () => taken < messagesPerSlice && now().getTime() < deadline;
  return {
    hasTime,
    used: () => tried > 0,
    stalled: () => tried > 0 && taken === 0,
    send: async (message) => {
      for (let pauseMs = firstPauseMs; hasTime(); pauseMs *= 2) {
        tried += 1;
        const sent = await sockets.post(connectionId, message);
        if (sent === 'gone') throw new ClientGone();
        if (sent === 'sent') {
          taken += 1;
          return true;
        }
        await pause(Math.min(pauseMs, deadline - now().getTime()));
      }
      return false;
    },
  };
}
