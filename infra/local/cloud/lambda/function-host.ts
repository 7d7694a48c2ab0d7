import { randomUUID } from 'node:crypto';
import type { Outcome } from './function-outcome.ts';
import { startWorker, type WarmWorker, type WorkerSettings } from './warm-worker.ts';

export interface HostedFunction {
  readonly name: string;
  readonly arn: string;
  /** Runs the function once and waits for its outcome; never rejects. */
  readonly invoke: (event: unknown) => Promise<Outcome>;
  readonly stop: () => Promise<void>;
}

export interface FunctionSettings extends WorkerSettings {
  readonly name: string;
  readonly arn: string;
  /** How many workers the function may have: its reserved concurrency, or what one machine bears. */
  readonly maxWorkers: number;
  readonly onError: (outcome: Outcome) => void;
  /** How long a worker may have nothing to do before it ends; absent: two minutes. */
  readonly idleMs?: number;
}

interface Waiting {
  readonly requestId: string;
  readonly event: string;
  readonly since: number;
  readonly done: (outcome: Outcome) => void;
}

/** An invocation waits so long for a busy worker before another one is started: starting one costs more than most invocations. */
const patienceMs = 25;

/** Longer than a minute, so that what every tick wakes stays warm. */
const defaultIdleMs = 2 * 60_000;

/** Runs a function in a pool of workers that grows on demand and shrinks when idle; invocations beyond the pool wait in order. */
export function hostFunction(settings: FunctionSettings): HostedFunction {
  const workers = new Set<WarmWorker>();
  const idle: { readonly worker: WarmWorker; readonly retirement: NodeJS.Timeout }[] = [];
  const queue: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;
  let starting = false;
  let stopped = false;

  const rest = (worker: WarmWorker): void => {
    const retirement = setTimeout(() => {
      idle.splice(
        idle.findIndex((one) => one.worker === worker),
        1,
      );
      workers.delete(worker);
      void worker.terminate();
    }, settings.idleMs ?? defaultIdleMs);
    idle.push({ worker, retirement: retirement.unref() });
  };

  /** The worker that has rested least: the others may retire. */
  const awake = (): WarmWorker | undefined => {
    const found = idle.pop();
    clearTimeout(found?.retirement);
    return found?.worker;
  };

  const run = async (worker: WarmWorker, { requestId, event, done }: Waiting): Promise<void> => {
    const outcome = await worker.invoke(requestId, event);
    if (worker.ended()) workers.delete(worker);
    else rest(worker);
    if (outcome.error !== undefined && !stopped) settings.onError(outcome);
    done(outcome);
    dispatch();
  };

  const begin = (worker: WarmWorker): void => {
    const next = queue.shift();
    if (next !== undefined) void run(worker, next);
    else if (!worker.ended()) rest(worker);
  };

  /** One at a time: while a worker loads its bundle, others may well become free. */
  const grow = async (): Promise<void> => {
    starting = true;
    const worker = startWorker(settings);
    workers.add(worker);
    await worker.ready;
    starting = false;
    if (worker.ended()) workers.delete(worker);
    begin(worker); // one that could not load its bundle says so to whoever waited first
    dispatch();
  };

  const dispatch = (): void => {
    if (stopped) return;
    while (queue.length > 0) {
      const worker = awake();
      if (worker === undefined) break;
      if (worker.ended()) workers.delete(worker);
      else begin(worker);
    }
    const [first] = queue;
    if (first === undefined || starting || workers.size >= settings.maxWorkers) return;
    const waited = Date.now() - first.since;
    if (workers.size === 0 || waited >= patienceMs) void grow();
    else timer ??= setTimeout(resume, patienceMs - waited);
  };

  const resume = (): void => {
    timer = undefined;
    dispatch();
  };

  return {
    name: settings.name,
    arn: settings.arn,
    invoke: async (event) => {
      const { promise, resolve } = Promise.withResolvers<Outcome>();
      const requestId = randomUUID();
      if (stopped)
        return { requestId, error: { errorType: 'ServiceException', errorMessage: 'The local cloud is stopping' } };
      queue.push({ requestId, event: JSON.stringify(event), since: Date.now(), done: resolve });
      dispatch();
      return promise;
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      for (const { retirement } of idle) clearTimeout(retirement);
      for (const { requestId, done } of queue.splice(0))
        done({ requestId, error: { errorType: 'ServiceException', errorMessage: 'The local cloud is stopping' } });
      await Promise.all([...workers].map(async (worker) => worker.terminate()));
    },
  };
}
