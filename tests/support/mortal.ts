/** A process was killed at an await. */
/** Ends a process: nothing in it may take this for the fault of an event. */
export class Killed extends Error {
  override readonly name = 'AbortError';
}

/** How often an event may fail alone where processes are killed at any moment: none of it is the event's fault. */
export const maxFailures = 1000;

/** Numbers in [0, 1) from a seed (mulberry32): a run can be repeated. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A process; once it is dead, none of its calls has an effect any more. */
export interface Process {
  dead: boolean;
}

/**
 * A port whose every call may be the last one of its process: killed before the call had an effect, or after it, so
 * that the effect is there and its result is lost. In between, others get their turn. Without a process, the next call
 * begins another one.
 */
export function mortal<Port extends object>(port: Port, random: () => number, risk: number, process?: Process): Port {
  const mayDie = (when: string): void => {
    const dies = process?.dead === true || random() < risk;
    if (dies && process !== undefined) process.dead = true;
    if (dies) throw new Killed(when);
  };
  const call = async (make: () => unknown): Promise<unknown> => {
    mayDie('before the call');
    const answer: unknown = await make();
    while (random() < 0.3) await new Promise(setImmediate);
    mayDie('after the call');
    return answer;
  };
  async function* list(items: AsyncIterable<unknown>): AsyncGenerator {
    mayDie('before the list');
    for await (const item of items) {
      yield item;
      mayDie('within the list');
    }
  }
  return new Proxy(port, {
    get: (target, name, receiver) => {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      const make = (args: unknown[]): unknown => Reflect.apply(member, target, args);
      return lists.has(String(name))
        ? (...args: unknown[]) => list(make(args) as AsyncIterable<unknown>)
        : async (...args: unknown[]) => call(() => make(args));
    },
  });
}

/** The ports' methods that answer item by item. */
const lists = new Set(['commits', 'rows', 'whole', 'entries', 'due']);

/** Runs until it is not killed: what a retrying client or a redelivering queue does. */
export async function untilAlive<Answer>(
  run: () => Promise<Answer>,
  again: (error: unknown) => boolean,
): Promise<Answer> {
  for (;;) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof Killed) && !again(error)) throw error;
    }
  }
}
