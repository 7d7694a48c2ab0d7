import type { VirtualTime } from '#tests/support/virtual-time.ts';

/** A process was killed. */
export class ProcessKilled extends Error {}

/**
 * A process that is killed at a moment of virtual time: it learns nothing any more and calls nothing any more, but what
 * it has called still has its effect.
 */
export function mortalProcess(clock: VirtualTime, killedAt: number) {
  const killed = clock.pause(killedAt - clock.now()).then((): never => {
    throw new ProcessKilled(`Killed at ${killedAt} ms`);
  });
  killed.catch(() => undefined); // it may be over before
  const alive = (): void => {
    if (clock.now() >= killedAt) throw new ProcessKilled(`Killed at ${killedAt} ms`);
  };
  async function* whileAlive(items: AsyncIterable<unknown>): AsyncGenerator {
    alive();
    for await (const item of items) {
      alive();
      yield item;
    }
  }
  return {
    /** A port as the process sees it. */
    of: <Port extends object>(port: Port): Port =>
      new Proxy(port, {
        get: (target, name, receiver) => {
          const member: unknown = Reflect.get(target, name, receiver);
          if (typeof member !== 'function') return member;
          return (...parameters: unknown[]) => {
            const made: unknown = clock.now() < killedAt ? Reflect.apply(member, target, parameters) : killed;
            return isAsyncIterable(made) ? whileAlive(made) : Promise.race([made, killed]);
          };
        },
      }),
    /** Runs what the process does; returns when it is done or killed. */
    run: async (work: () => Promise<unknown>): Promise<void> => {
      try {
        await Promise.race([work(), killed]);
      } catch (error) {
        if (!(error instanceof ProcessKilled)) throw error;
      }
    },
  };
}

const isAsyncIterable = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
