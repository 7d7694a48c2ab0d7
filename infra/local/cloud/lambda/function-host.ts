import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import {
  startEnvironment,
  type EnvironmentSettings,
  type ExecutionEnvironment,
  type Outcome,
} from './execution-environment.ts';
import { payloadLimits, tooLarge, withinLimit } from './payload-limits.ts';
import { turns } from './turns.ts';
import { throttled, type Executions } from './executions.ts';

export interface HostedFunction {
  readonly name: string;
  readonly arn: string;
  /** Runs the function once and waits for its outcome; never rejects. After so many milliseconds it does not begin. */
  readonly invoke: (event: unknown, withinMs?: number) => Promise<Outcome>;
  /** The number of execution environments, busy and idle. */
  readonly environments: () => number;
  readonly stop: () => Promise<void>;
}

export interface FunctionSettings extends EnvironmentSettings {
  readonly name: string;
  readonly arn: string;
  /** Execution environments at most: the reserved concurrency, or the limit of one machine. */
  readonly maxEnvironments: number;
  /** Those that it shares or has for itself; absent: no limit. */
  readonly executions?: Executions | undefined;
  readonly onError: (outcome: Outcome) => void;
  /** Milliseconds without an invocation after which the last environment ends; absent: two minutes. */
  readonly idleMs?: number;
}

interface Invocation {
  readonly requestId: string;
  readonly event: string;
  readonly since: number;
  readonly until: number;
  readonly done: (outcome: Outcome) => void;
}

/**
 * An invocation waits for one busy environment as long as the last one took to load, but within these milliseconds, for
 * two of them four times as long, and so on: waiting for less than a start takes saves the start, and on a busy machine,
 * where all of it takes longer, no start adds to the load. On one machine more environments seldom help.
 */
const patienceMs = { shortest: 100, longest: 1000 };

/** Environments of a function that compete for the processors: with more of them none gets further. */
const mostCompeting = 2 * availableParallelism();

/**
 * The turns in which the environments of all functions load their bundles: as many at a time as there are processors. A
 * stack starts its functions together; if all loaded at once on a busy machine, each would exceed Lambda's ten seconds.
 */
const loading = turns(availableParallelism());

/** Longer than a minute, so that functions on a minute's schedule stay warm. */
const lastIdleMs = 2 * 60_000;
/** Environments besides the last one end sooner, but not between two bursts: a start costs as much as 10 invocations. */
const otherIdleMs = 20_000;

const stopping = { errorType: 'ServiceException', errorMessage: 'The local cloud is stopping' };
const abandoned = { errorType: 'Sandbox.Timedout', errorMessage: 'No execution environment was free in time' };
/**
 * Runs a function in a pool of environments that grows on demand and shrinks when idle; invocations beyond the pool
 * wait in order.
 */
export function hostFunction(settings: FunctionSettings): HostedFunction {
  const environments = new Set<ExecutionEnvironment>();
  const idle: { readonly environment: ExecutionEnvironment; readonly retirement: NodeJS.Timeout }[] = [];
  const queue: Invocation[] = [];
  let timer: NodeJS.Timeout | undefined;
  let starting = false;
  let loadingMs = 0; // of the environment that loaded last
  let freeAt = 0; // when an environment last had done its work
  let stopped = false;

  const release = (environment: ExecutionEnvironment): void => {
    const { idleMs = lastIdleMs } = settings;
    const retire = () => {
      const place = idle.findIndex((one) => one.environment === environment);
      idle.splice(place, 1);
      environments.delete(environment);
      void environment.terminate();
    };
    const retirement = setTimeout(retire, environments.size === 1 ? idleMs : Math.min(idleMs, otherIdleMs));
    idle.push({ environment, retirement: retirement.unref() });
  };

  /** Takes the environment that was used last, so that the others can retire. */
  const acquire = (): ExecutionEnvironment | undefined => {
    const found = idle.pop();
    clearTimeout(found?.retirement);
    return found?.environment;
  };

  const run = async (environment: ExecutionEnvironment, { requestId, event, done }: Invocation): Promise<void> => {
    const outcome = withinLimit(await environment.invoke(requestId, event));
    freeAt = Date.now();
    if (environment.ended()) environments.delete(environment);
    else release(environment);
    if (outcome.error !== undefined && !stopped) settings.onError(outcome);
    done(outcome);
    dispatch();
  };

  const nextInvocation = (): Invocation | undefined => {
    const next = queue.shift();
    if (next === undefined || Date.now() < next.until) return next;
    next.done({ requestId: next.requestId, error: abandoned });
    return nextInvocation();
  };

  const begin = (environment: ExecutionEnvironment): void => {
    const next = nextInvocation();
    if (next !== undefined) void run(environment, next);
    else if (!environment.ended()) release(environment);
  };

  /** Starts one environment at a time: while it loads its bundle, others may become free. */
  const grow = async (): Promise<void> => {
    starting = true;
    const end = await loading.take();
    if (stopped || queue.length === 0) {
      end();
      starting = false;
      return;
    }
    const began = Date.now();
    const environment = startEnvironment(settings);
    environments.add(environment);
    await environment.ready;
    loadingMs = Date.now() - began;
    end();
    starting = false;
    if (environment.ended()) environments.delete(environment);
    begin(environment); // an environment that failed to load fails the first invocation
    dispatch();
  };

  /** Milliseconds that an invocation still waits before another environment starts for it. */
  const patienceLeft = ({ since }: Invocation): number => {
    if (environments.size === 0) return 0;
    const competing = [...environments].filter((environment) => !environment.isWaiting()).length;
    if (competing >= mostCompeting) return Infinity;
    const { shortest, longest } = patienceMs;
    const patience = Math.min(Math.max(loadingMs, shortest) * competing ** 2, Math.max(loadingMs, longest));
    // Of many that wait, as writers that collide do, none need wait for another environment: some become free.
    const stalledSince = environments.size < mostCompeting ? since : Math.max(since, freeAt);
    return patience - (Date.now() - stalledSince);
  };

  const dispatch = (): void => {
    clearTimeout(timer);
    if (stopped) return;
    while (queue.length > 0) {
      const environment = acquire();
      if (environment === undefined) break;
      if (environment.ended()) environments.delete(environment);
      else begin(environment);
    }
    const [first] = queue;
    if (first === undefined || starting || environments.size >= settings.maxEnvironments) return;
    const left = patienceLeft(first);
    if (left <= 0) void grow();
    else timer = setTimeout(dispatch, Math.min(left, patienceMs.longest / 4)); // soon again: environments begin to wait
  };

  return {
    name: settings.name,
    arn: settings.arn,
    invoke: async (input, withinMs = Number.POSITIVE_INFINITY) => {
      const { promise, resolve } = Promise.withResolvers<Outcome>();
      const requestId = randomUUID();
      const event = JSON.stringify(input);
      if (stopped) return { requestId, error: stopping };
      if (Buffer.byteLength(event) > payloadLimits.event) return { requestId, error: tooLarge };
      const giveBack = settings.executions?.take();
      if (settings.executions !== undefined && giveBack === undefined) return throttled(requestId);
      const since = Date.now();
      queue.push({ requestId, event, since, until: since + withinMs, done: resolve });
      dispatch();
      const outcome = await promise;
      giveBack?.();
      return outcome;
    },
    environments: () => environments.size,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      for (const { retirement } of idle) clearTimeout(retirement);
      for (const { requestId, done } of queue.splice(0)) done({ requestId, error: stopping });
      await Promise.all([...environments].map(async (environment) => environment.terminate()));
    },
  };
}
