import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../..');

/**
 * Runs a script as `docs/following.md` has it (the block of code that begins with its name); `lines` are what it has
 * printed so far.
 */
export function runDocumented(name: string, environment: Readonly<Record<string, string>>) {
  const documented = readFileSync(join(root, 'docs/following.md'), 'utf8');
  const code = documented
    .split('```')
    .find((block) => block.startsWith(`ts\n// ${name}\n`))
    ?.slice('ts\n'.length);
  if (code === undefined) throw new Error(`There is no ${name} in docs/following.md`);
  const folder = mkdtempSync(join(tmpdir(), 'chancery-documented-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const file = join(folder, name.replace(/\.ts$/, '.mts'));
  writeFileSync(file, code);
  const child = spawn(process.execPath, [file], {
    env: { PATH: process.env.PATH ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  return {
    lines,
    stop: async (): Promise<void> => {
      if (child.exitCode === null && child.kill('SIGKILL')) await once(child, 'exit');
      rmSync(folder, { recursive: true });
    },
  };
}
