/** Time that passes only while nothing can be computed: a simulated minute takes as long as its work. */
export interface VirtualClock {
  /** Milliseconds since the simulation began. */
  readonly now: () => number;
  /** Resolves so many milliseconds later. Sleepers due at the same moment go on in the order in which they began. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Runs the work, moving time on whenever everything waits for it; throws when everything waits for something else. */
  readonly run: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

interface Sleeper {
  readonly due: number;
  readonly order: number;
  readonly resume: () => void;
}

export function virtualClock(): VirtualClock {
  const sleepers: Sleeper[] = []; // a heap: the next one to resume is the first
  let now = 0;
  let order = 0;
  return {
    now: () => now,
    sleep: async (milliseconds) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      push(sleepers, { due: now + Math.max(milliseconds, 0), order: (order += 1), resume: resolve });
      return promise;
    },
    run: async (work) => {
      let settled = false;
      const result = work().finally(() => (settled = true));
      result.catch(() => undefined); // rejected while time moves on, it is thrown below
      for (;;) {
        await everythingWaits();
        if (settled) return result;
        const next = pop(sleepers);
        if (next === undefined) throw new Error(`At ${now} ms nothing is left that time could bring`);
        now = next.due;
        next.resume();
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
