import type { Timing } from '#shared/clock.ts';
import { randomFrom } from './mortal.ts';

/** Time that passes only while all work waits for it: a simulated minute takes as long as its work. */
export interface VirtualTime extends Timing {
  /**
   * Runs the work, moving time on whenever everything waits for it; throws when everything waits for something else.
   */
  readonly run: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

interface Sleeper {
  readonly due: number;
  readonly order: number;
  readonly resume: () => void;
}

/**
 * Makes a clock whose time passes when a turn of the event loop has nothing left to do: the sleeper that is due next
 * wakes, and of several the one that began first. For work over ports in memory; the same seed gives the same pauses.
 */
export function virtualTime(seed = 1): VirtualTime {
  const sleepers: Sleeper[] = []; // a heap: the next one to resume is the first
  let now = 0;
  let order = 0;
  let isMoved = false; // by `run`, or by a turn that is due
  const wakeNext = (): boolean => {
    const next = pop(sleepers);
    if (next === undefined) return false;
    now = next.due;
    next.resume();
    return true;
  };
  const schedule = (): void => {
    if (isMoved || sleepers.length === 0) return;
    isMoved = true;
    setImmediate(() => {
      isMoved = false;
      wakeNext();
      schedule();
    });
  };
  return {
    now: () => now,
    pause: async (ms) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      push(sleepers, { due: now + Math.max(ms, 0), order: (order += 1), resume: resolve });
      schedule();
      return promise;
    },
    random: randomFrom(seed),
    run: async (work) => {
      isMoved = true;
      let settled = false;
      const result = work().finally(() => (settled = true));
      result.catch(() => undefined); // rejected while time moves on, it is thrown below
      try {
        for (;;) {
          await everythingWaits();
          if (settled) return await result;
          if (!wakeNext()) throw new Error(`At ${now} ms nothing is left that time could bring`);
        }
      } finally {
        isMoved = false;
        schedule();
      }
    },
  };
}

/** Microtasks all run before the event loop comes to its next turn. */
const everythingWaits = async (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

const before = (a: Sleeper | undefined, b: Sleeper | undefined): boolean =>
  a !== undefined && (b === undefined || a.due < b.due || (a.due === b.due && a.order < b.order));

function push(heap: Sleeper[], sleeper: Sleeper): void {
  let at = heap.push(sleeper) - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!before(heap[at], heap[parent])) return;
    swap(heap, at, parent);
    at = parent;
  }
}

function pop(heap: Sleeper[]): Sleeper | undefined {
  swap(heap, 0, heap.length - 1);
  const first = heap.pop();
  for (let at = 0; ;) {
    const [left, right] = [2 * at + 1, 2 * at + 2];
    const child = before(heap[right], heap[left]) ? right : left;
    if (!before(heap[child], heap[at])) return first;
    swap(heap, at, child);
    at = child;
  }
}

function swap(heap: Sleeper[], a: number, b: number): void {
  const [first, second] = [heap[a], heap[b]];
  if (first === undefined || second === undefined) return;
  heap[a] = second;
  heap[b] = first;
}
