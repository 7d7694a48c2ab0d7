#!/usr/bin/env node
// An older Node cannot read the TypeScript of the command: it hands over to the Node 24 that npm has installed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major] = process.versions.node.split('.').map(Number);
if (major >= 24) await import('./main.ts');
else {
  const newer = fileURLToPath(new URL('../../../node_modules/.bin/node', import.meta.url));
  if (existsSync(newer)) {
    process.on('SIGINT', () => undefined); // the terminal sends it to both; the command decides
    const { status } = spawnSync(newer, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
      stdio: 'inherit',
    });
    process.exitCode = status ?? 1;
  } else {
    process.stderr.write(`chancery needs Node 24 or newer, and this is ${process.versions.node}\n`);
    process.exitCode = 1;
  }
}
