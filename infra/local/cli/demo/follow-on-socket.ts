import * as z from 'zod';
import type { LocalCloud } from '#infra/local/cloud/local-cloud.ts';
import { within } from '#infra/local/cloud/within.ts';
import { patienceMs, receivedPositions } from './received-positions.ts';

const Message = z.union([
  z.object({ type: z.literal('event'), event: z.object({ position: z.int() }) }),
  z.object({ type: z.enum(['subscribed', 'cursor']) }),
]);

export interface Follower {
  /** The positions of so many events, in the order in which they came; throws when they do not come. */
  readonly positions: (count: number) => Promise<readonly number[]>;
}

/** Follows everything on a live socket from now on. */
export async function followOnSocket(cloud: LocalCloud): Promise<Follower> {
  const socket = new WebSocket(cloud.socketUrl ?? '', ['chancery', `bearer.${await cloud.token()}`]);
  const events = receivedPositions('live socket');
  const subscribed = Promise.withResolvers<true>();
  socket.addEventListener('error', () => subscribed.reject(new Error('The live socket could not be opened')));
  socket.addEventListener('open', () => socket.send('{"action":"subscribe"}'));
  socket.addEventListener('message', ({ data }) => {
    const message = Message.parse(JSON.parse(String(data)));
    if (message.type === 'event') events.add(message.event.position);
    else subscribed.resolve(true);
  });
  if (!(await within(patienceMs, subscribed.promise))) throw new Error('The live socket was not subscribed');
  return {
    positions: async (count) => {
      try {
        return await events.first(count);
      } finally {
        socket.close();
      }
    },
  };
}
