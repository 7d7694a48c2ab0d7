import { Worker } from 'node:worker_threads';
import { join } from 'node:path';
import * as z from 'zod';
import type { FunctionError, Outcome } from './function-outcome.ts';

export interface WorkerSettings {
  readonly file: string;
  readonly exportName: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly context: Readonly<Record<string, unknown>>;
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
  /** Receives what the function writes to its standard output and error. */
  readonly onOutput: (chunk: Buffer) => void;
}

/** One execution environment of a function: it takes one invocation at a time and is not used again once it has ended. */
export interface WarmWorker {
  /** Resolves when the bundle has been loaded, or could not be. */
  readonly ready: Promise<void>;
  readonly invoke: (requestId: string, event: string) => Promise<Outcome>;
  readonly ended: () => boolean;
  readonly terminate: () => Promise<void>;
}

/** Lambda gives a function ten seconds to load its modules. */
const initTimeoutMs = 10_000;

const answerSchema = z.object({
  requestId: z.string(),
  payload: z.string().optional(),
  error: z.object({ errorType: z.string(), errorMessage: z.string(), trace: z.array(z.string()) }).optional(),
});

/** Starts a worker thread with its own environment; an error in loading the bundle is the outcome of the first invocation. */
export function startWorker(settings: WorkerSettings): WarmWorker {
  const worker = new Worker(join(import.meta.dirname, 'function-worker.mjs'), {
    workerData: { file: settings.file, exportName: settings.exportName, context: settings.context },
    env: { ...settings.environment },
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: settings.memoryMegabytes },
  });
  worker.stdout.on('data', settings.onOutput);
  worker.stderr.on('data', settings.onOutput);

  let ended = false;
  let failure: FunctionError | undefined;
  let settle: ((outcome: { payload: string } | { error: FunctionError }) => void) | undefined;
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
    const { payload, error } = answerSchema.parse(message);
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

  const initLimit = limit('init', initTimeoutMs);
  void ready.promise.then(() => clearTimeout(initLimit));

  return {
    ready: ready.promise,
    ended: () => ended,
    terminate: async () => {
      ended = true;
      clearTimeout(initLimit);
      await worker.terminate();
    },
    invoke: async (requestId, event) => {
      await ready.promise;
      if (failure !== undefined) return { requestId, error: failure };

      const milliseconds = settings.timeoutSeconds * 1000;
      const answered = Promise.withResolvers<{ payload: string } | { error: FunctionError }>();
      settle = answered.resolve;
      const timeLimit = limit(requestId, milliseconds);
      worker.postMessage({ requestId, event, deadline: Date.now() + milliseconds }, []);
      const outcome = await answered.promise;
      settle = undefined;
      clearTimeout(timeLimit);
      return { requestId, ...outcome };
    },
  };
}
