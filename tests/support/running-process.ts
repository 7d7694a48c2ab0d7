import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { beginningOf } from '#infra/local/cloud/data-folder/process-identity.ts';
import type { LocalCloudOptions } from '#infra/local/cloud/local-cloud.ts';
import { until } from './until.ts';

export interface RunningCloud {
  readonly process: ChildProcess;
  /** The ids of the processes it has started, such as DynamoDB Local, and theirs. */
  readonly descendants: readonly number[];
  readonly url: string;
  readonly endpoint: string;
}

/** Starts a local cloud in a process of its own, which can be killed; SIGTERM ends it as `npm start` ends. */
export async function runInProcess(options: LocalCloudOptions): Promise<RunningCloud> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'run-local-cloud.ts'), JSON.stringify(options)], {
    env: { ...process.env, DYNAMODB_ENDPOINT: '' }, // a database of its own, whatever the test run uses
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line]: string[] = await once(createInterface({ input: child.stdout }), 'line');
  return { process: child, descendants: descendantsOf(child.pid ?? 0), ...JSON.parse(line ?? '{}') };
}

/** The ids of the processes that a process has started, and of those that these have started. */
export function descendantsOf(ancestor: number): number[] {
  const listed = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const children = Map.groupBy(
    listed.map((line) => line.trim().split(/\s+/).map(Number)),
    ([, parent]) => parent ?? 0,
  );
  const below = (pid: number): number[] => (children.get(pid) ?? []).flatMap(([child = 0]) => [child, ...below(child)]);
  return below(ancestor).filter(isRunning);
}

const isRunning = (pid: number): boolean => beginningOf(pid) !== undefined;

/** Waits until none of these processes runs. */
export const allGone = async (pids: readonly number[]): Promise<boolean> =>
  until(`the end of the processes ${pids.join(', ')}`, () => !pids.some(isRunning));
