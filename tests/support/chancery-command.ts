import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import { root } from '#infra/bundling/bundle-folders.ts';
import { makeCommand } from '#infra/bundling/client-package.ts';
import type { Ended } from './commands.ts';

/** The command as its package has it: in one file, it starts in half the time. */
const folderOfCommand = mkdtempSync(join(tmpdir(), 'chancery-bundled-'));
process.on('exit', () => rmSync(folderOfCommand, { recursive: true, force: true }));
copyFileSync(join(root, 'package.json'), join(folderOfCommand, 'package.json'));
const bundled = await makeCommand(folderOfCommand);

/** The command as this repository has it. */
export const commandOfRepository = join(root, 'shared/client/cli/chancery.mjs');

export interface CommandRun {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Runs `chancery` with these words in a folder, against an API; without a login. */
export function chanceryCommand(
  words: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>>,
  file = bundled,
) {
  const env = { ...process.env, CHANCERY_LOGIN: join(folder, 'login.json'), NO_COLOR: '1', ...environment };
  const child = spawn(process.execPath, [file, ...words], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]).then(
    ([, stdout, stderr]): Ended => ({ code: child.exitCode, stdout, stderr }),
  );
  return { process: child, ended } satisfies CommandRun;
}
