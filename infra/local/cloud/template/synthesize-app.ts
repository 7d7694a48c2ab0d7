import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Synthesis {
  /** The folder of the assembly; rejects when the synthesis fails. */
  readonly folder: Promise<string>;
  /** Ends the synthesis if it still runs. */
  readonly stop: () => Promise<void>;
}

/**
 * How functions are bundled: `shared`, with shared chunks, is made in a third of the time; `deployed`, one file each as
 * on Lambda, loads in two thirds of it.
 */
export type Bundling = 'shared' | 'deployed';

/**
 * Synthesizes this project's app, stage `dev`, into a folder. Runs in a process of its own while the database starts,
 * so that the hundreds of megabytes that the CDK takes are free again afterwards.
 */
export function synthesizeApp(folder: string, bundling: Bundling = 'shared'): Synthesis {
  const child = fork(join(import.meta.dirname, 'synthesis-process.ts'), [folder, bundling], { execArgv: [] });
  const exit = once(child, 'exit');
  const failed = exit.then(([code]: unknown[]): never => {
    throw new Error(`The app could not be synthesized (exit code ${String(code)})`);
  });
  return {
    folder: Promise.race([once(child, 'message').then(() => folder), failed]),
    stop: async () => {
      child.kill('SIGKILL');
      await exit;
    },
  };
}
