import { within } from '#infra/local/cloud/within.ts';

export interface Arrivals {
  readonly note: (position: number) => void;
  /** The positions of so many events, in the order in which they came; throws when they do not come in time. */
  readonly first: (count: number) => Promise<readonly number[]>;
}

/** Events as one way brings them, for whoever waits for so many of them, at most `patienceMs` milliseconds. */
export function arrivals(way: string, patienceMs: number): Arrivals {
  const received: number[] = [];
  let arrived = (): void => undefined;
  return {
    note: (position) => {
      received.push(position);
      arrived();
    },
    first: async (count) => {
      const all = Promise.withResolvers<true>();
      arrived = () => received.length >= count && all.resolve(true);
      arrived();
      if (await within(patienceMs, all.promise)) return received;
      throw new Error(`The ${way} brought ${received.length} of ${count} events`);
    },
  };
}
