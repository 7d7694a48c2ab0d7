import type { ServerMessage } from './server-message.ts';
import type { Sockets } from './sockets.ts';

/** The milliseconds and messages of one push at most; then other connections have their turn. */
const sliceMs = 2000;
export const messagesPerSlice = 200;

const firstPauseMs = 25;

/** Reports that the client has gone. */
export class ClientGone extends Error {}

export interface OutboxPorts {
  readonly sockets: Pick<Sockets, 'post'>;
  readonly now: () => Date;
  /** Milliseconds. */
  readonly pause: (ms: number) => Promise<unknown>;
}

/** Sends the messages of one push to a connection, within its limits. */
export interface Outbox {
  readonly hasTime: () => boolean;
  /**
   * Sends a message, waiting for a client that reads slowly; `false`: time is over and it was not sent. Throws
   * `ClientGone`, or another error when it is unknown whether it was sent.
   */
  readonly send: (message: ServerMessage) => Promise<boolean>;
  /** Returns whether anything may have been sent. */
  readonly used: () => boolean;
  /** Returns whether the client accepted no message. */
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
