import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface RunningCloud {
  readonly process: ChildProcess;
  /** Process ids of the cloud's own children, such as DynamoDB Local. */
  readonly children: readonly number[];
  readonly url: string;
  readonly endpoint: string;
}

/** Starts a local cloud in a process of its own, which can be killed. */
export async function runInProcess(assembly: string, data: string): Promise<RunningCloud> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'run-local-cloud.ts'), assembly, data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line]: string[] = await once(createInterface({ input: child.stdout }), 'line');
  return { process: child, ...JSON.parse(line ?? '{}') };
}
