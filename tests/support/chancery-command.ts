import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Ended } from './commands.ts';

const bin = join(import.meta.dirname, '../../shared/client/cli/chancery.mjs');

export interface CommandRun {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Runs `chancery` with these words in a folder, against an API; without a login. */
export function chanceryCommand(
  words: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>>,
) {
  const env = { ...process.env, CHANCERY_LOGIN: join(folder, 'login.json'), NO_COLOR: '1', ...environment };
  const child = spawn(process.execPath, [bin, ...words], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]).then(
    ([, stdout, stderr]): Ended => ({ code: child.exitCode, stdout, stderr }),
  );
  return { process: child, ended } satisfies CommandRun;
}
