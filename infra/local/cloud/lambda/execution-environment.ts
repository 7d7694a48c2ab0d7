import { Worker } from 'node:worker_threads';
import { join } from 'node:path';
import type { Context } from 'aws-lambda';
import * as z from 'zod';

/** The error of a failed invocation, as Lambda reports it. */
export interface FunctionError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}

/** The end of one invocation: the function's result as JSON text, or its error. */
export type Outcome =
  | { readonly requestId: string; readonly payload: string; readonly error?: never }
  | { readonly requestId: string; readonly error: FunctionError; readonly payload?: never };

export const timedOut = ({ error }: Outcome): boolean => error?.errorType === 'Sandbox.Timedout';

export interface EnvironmentSettings {
  readonly file: string;
  readonly exportName: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly context: Pick<
    Context,
    'functionName' | 'functionVersion' | 'invokedFunctionArn' | 'memoryLimitInMB' | 'logGroupName' | 'logStreamName'
  >;
  /** Folder of the compiled code that environments of a bundle share; absent: each compiles its own. */
  readonly compiled?: string;
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
  /** Receives the function's standard output and error. */
  readonly onOutput: (chunk: Buffer) => void;
}

/**
 * One execution environment of a function: it takes one invocation at a time and is not used again once it has ended.
 */
export interface ExecutionEnvironment {
  /** Resolves when the bundle is loaded or has failed to load. */
  readonly ready: Promise<void>;
  readonly invoke: (requestId: string, event: string) => Promise<Outcome>;
  /**
   * Whether its invocation has lasted for a while and waits for something else than the processor, as a long poll does.
   */
  readonly isWaiting: () => boolean;
  readonly ended: () => boolean;
  readonly terminate: () => Promise<void>;
}

/**
 * Milliseconds that Lambda allows for loading the modules. Where they are not enough, it loads them once more with the
 * first invocation, within the time limit of the function: here loading goes on for so long.
 */
const initTimeoutMs = 10_000;

/** Milliseconds and share of idle time after which an invocation counts as waiting. */
const waiting = { afterMs: 1000, idleShare: 0.9 };

/**
 * Megabytes of the young generation: V8's own default lets every environment keep tens of megabytes of garbage. With
 * half of these, a request takes a tenth more of the processor; with twice as many, a cloud a fifth more memory.
 */
const youngGenerationMegabytes = 6;

const messageSchema = z.object({
  requestId: z.string(),
  payload: z.string().optional(),
  error: z.object({ errorType: z.string(), errorMessage: z.string(), trace: z.array(z.string()) }).optional(),
});

/**
 * Starts a worker thread with variables of its own; an error in loading the bundle is the outcome of the first
 * invocation.
 */
export function startEnvironment(settings: EnvironmentSettings): ExecutionEnvironment {
  const worker = new Worker(join(import.meta.dirname, 'lambda-runtime.mjs'), {
    workerData: {
      file: settings.file,
      exportName: settings.exportName,
      context: settings.context,
      compiled: settings.compiled,
    },
    env: { ...settings.variables },
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: {
      maxOldGenerationSizeMb: settings.memoryMegabytes,
      maxYoungGenerationSizeMb: youngGenerationMegabytes,
    },
  });
  worker.stdout.on('data', settings.onOutput);
  worker.stderr.on('data', settings.onOutput);

  let ended = false;
  let failure: FunctionError | undefined;
  let settle: ((outcome: { payload: string } | { error: FunctionError }) => void) | undefined;
  let invoked: { readonly at: number; readonly utilization: ReturnType<typeof utilizationOf> } | undefined;
  const ready = Promise.withResolvers<void>();

  const end = (error: FunctionError) => {
    ended = true;
    failure ??= error;
    ready.resolve();
    settle?.({ error: failure });
  };
  worker.on('error', (error: unknown) =>
    end({
      errorType: error instanceof Error ? error.name : 'Error',
      errorMessage: error instanceof Error ? error.message : String(error),
      trace: error instanceof Error ? (error.stack ?? '').split('\n') : [],
    }),
  );
  worker.on('exit', (code) =>
    end({ errorType: 'Runtime.ExitError', errorMessage: `Runtime exited with status ${code}` }),
  );
  worker.on('message', (message: unknown) => {
    if (message === 'ready') return ready.resolve();
    const { payload, error } = messageSchema.parse(message);
    settle?.(error === undefined ? { payload: payload ?? 'null' } : { error });
  });

  const limit = (requestId: string, milliseconds: number): NodeJS.Timeout =>
    setTimeout(() => {
      end({
        errorType: 'Sandbox.Timedout',
        errorMessage: `RequestId: ${requestId} Error: Task timed out after ${(milliseconds / 1000).toFixed(2)} seconds`,
      });
      void worker.terminate();
    }, milliseconds);

  const initLimit = limit('init', initTimeoutMs + settings.timeoutSeconds * 1000);
  void ready.promise.then(() => clearTimeout(initLimit));

  return {
    ready: ready.promise,
    ended: () => ended,
    isWaiting: () => {
      if (invoked === undefined || Date.now() - invoked.at < waiting.afterMs) return false;
      return utilizationOf(worker, invoked.utilization).utilization < 1 - waiting.idleShare;
    },
    terminate: async () => {
      ended = true;
      clearTimeout(initLimit);
      await worker.terminate();
    },
    invoke: async (requestId, event) => {
      await ready.promise;
      if (failure !== undefined) return { requestId, error: failure };

      const milliseconds = settings.timeoutSeconds * 1000;
      const settled = Promise.withResolvers<{ payload: string } | { error: FunctionError }>();
      settle = settled.resolve;
      invoked = { at: Date.now(), utilization: utilizationOf(worker) };
      const timeLimit = limit(requestId, milliseconds);
      worker.postMessage({ requestId, event, deadline: Date.now() + milliseconds }, []);
      const outcome = await settled.promise;
      settle = undefined;
      invoked = undefined;
      clearTimeout(timeLimit);
      return { requestId, ...outcome };
    },
  };
}

/** The utilization of a worker's event loop, in all or since an earlier one. */
const utilizationOf = ({ performance }: Worker, since?: ReturnType<typeof performance.eventLoopUtilization>) =>
  performance.eventLoopUtilization(since);
