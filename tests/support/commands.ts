import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createInterface } from 'node:readline';
import { descendantsOf } from './running-process.ts';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly process: ChildProcess;
  readonly url: string;
  /** The ids of the processes it has started, and theirs. */
  readonly descendants: readonly number[];
  readonly ended: Promise<Ended>;
}

const started = new Set<ChildProcess>();

/** Ends, at once, every command that still runs: for when a test has failed in the middle. */
export function endCommands(): void {
  for (const child of started) child.kill('SIGKILL');
}

/** What `npm run …` runs, without npm around it; with a database of its own, whatever the test run uses. */
function run(line: string, environment: Readonly<Record<string, string>> = {}) {
  const [script, ...flags] = line.split(' ');
  const file = join(import.meta.dirname, `../../infra/local/cli/${script}.ts`);
  const env = { ...process.env, DYNAMODB_ENDPOINT: '', ...environment };
  const child = spawn(process.execPath, [file, ...flags], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  started.add(child);
  child.on('exit', () => started.delete(child));
  const ended = Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]).then(
    ([, stdout, stderr]): Ended => ({ code: child.exitCode, stdout, stderr }),
  );
  return { child, ended };
}

/** Runs a script of `package.json` with its flags, such as `token --sub envoy`, to its end. */
export const runCommand = async (...command: Parameters<typeof run>): Promise<Ended> => run(...command).ended;

/** Runs `npm start` on a free port until it says that it is ready; throws what it said when it ends instead. */
export async function startCommand(flags: string): Promise<Running> {
  const { child, ended } = run(`start --port 0 ${flags}`);
  const ready = once(createInterface({ input: child.stdout }), 'line').then(([line]) => String(line));
  const first = await Promise.race([ready, ended]);
  if (typeof first !== 'string') throw new Error(`npm start ended: ${first.stderr}`);
  const url = /^ready (http:\/\/127\.0\.0\.1:\d+)$/.exec(first)?.[1];
  if (url === undefined) throw new Error(`npm start said ${first}`);
  return { process: child, url, descendants: descendantsOf(child.pid ?? 0), ended };
}
