import { within } from '#infra/local/cloud/within.ts';

/** How long the demo waits for a step, in milliseconds: also on a machine that has much else to do. */
export const patienceMs = 60_000;

export interface ReceivedPositions {
  readonly add: (position: number) => void;
  /** Waits for so many events and returns their positions in the order of receipt; throws when they are late. */
  readonly first: (count: number) => Promise<readonly number[]>;
}

/** Collects the positions of events that a channel delivers, and waits for a number of them. */
export function receivedPositions(channel: string): ReceivedPositions {
  const received: number[] = [];
  let changed = (): void => undefined;
  return {
    add: (position) => {
      received.push(position);
      changed();
    },
    first: async (count) => {
      const all = Promise.withResolvers<true>();
      changed = () => received.length >= count && all.resolve(true);
      changed();
      if (await within(patienceMs, all.promise)) return received;
      throw new Error(`The ${channel} delivered ${received.length} of ${count} events`);
    },
  };
}
