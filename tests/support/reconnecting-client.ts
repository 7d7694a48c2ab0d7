import type { Filter } from '#shared/subscriptions/filter/filter.ts';
import { positionsIn, type SocketWorld } from './socket-world.ts';

/**
 * A client that follows what some filters want and, whenever its connection has ended, goes on after the last cursors
 * it saw.
 */
export async function reconnectingClient(world: SocketWorld, filters: readonly Filter[]) {
  const followed = filters.map((filter, index) => ({
    filter,
    name: `subscription ${index}`,
    after: 'beginning',
    received: [] as number[],
  }));
  let id = '';
  let read = 0;
  const connect = async (): Promise<void> => {
    id = await world.open();
    read = 0;
    for (const { filter, name, after } of followed)
      await world.say(id, { action: 'subscribe', id: name, filter, after });
  };
  await connect();
  return {
    followed,
    id: () => id,
    /** Reads what has come; connects again when that was all. Whether it has. */
    read: async (): Promise<boolean> => {
      const messages = world.messages(id).slice(read);
      read += messages.length;
      for (const each of followed) {
        each.received.push(...positionsIn(messages, each.name));
        for (const message of messages)
          if ('cursor' in message && message.subscription === each.name) each.after = message.cursor;
      }
      if (world.isOpen(id)) return false;
      await connect();
      return true;
    },
  };
}
