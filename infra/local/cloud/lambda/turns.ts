/** Gives turns to as many at a time, in the order in which they ask. */
export interface Turns {
  /** Waits for a turn, and returns what ends it. */
  readonly take: () => Promise<() => void>;
}

/** Makes turns for `atATime` at a time. */
export function turns(atATime: number): Turns {
  const waiting: (() => void)[] = [];
  let taken = 0;
  const end = (): void => {
    const next = waiting.shift();
    if (next === undefined) taken -= 1;
    else next();
  };
  return {
    take: async () => {
      if (taken < atATime) taken += 1;
      else await new Promise<void>((resolve) => void waiting.push(resolve));
      return end;
    },
  };
}
