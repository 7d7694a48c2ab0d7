import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '#infra/bundling/bundle-folders.ts';
import { makeClientPackage } from '#infra/bundling/client-package.ts';
import { sampleFile } from '#tests/support/dry-run.ts';

let folder: string;

/** Without the tools of this repository: the Node of the system comes first, which may be an older one. */
const path = (process.env['PATH'] ?? '').split(delimiter).filter((one) => !one.includes('node_modules'));
const env = { ...process.env, PATH: [...path, join(root, 'node_modules/.bin')].join(delimiter), NO_COLOR: '1' };
const run = async (file: string, ...words: string[]) => promisify(execFile)(file, words, { cwd: folder, env });
const write = async (name: string, text: string) => writeFile(join(folder, name), text);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-package-'));
  await makeClientPackage(join(folder, 'made'));
  await run('npm', 'pack', './made');
  await write('package.json', JSON.stringify({ name: 'empty', version: '1.0.0', type: 'module' }));
  await run('npm', 'install', '--offline', '--no-audit', '--no-fund', './chancery-0.1.0.tgz');
});
afterAll(async () => rm(folder, { recursive: true }));

describe('the package, installed in an empty folder', () => {
  it('runs the command, with the maps of the imports', async () => {
    expect((await run('npx', '--no-install', 'chancery', '--help')).stdout).toContain('Exit codes:');
    const installed = './node_modules/.bin/chancery'; // npx takes as long as the command
    const { stdout } = await run(installed, 'import', 'icews', sampleFile('icews.tab'), '--dry-run');
    expect(stdout).toContain('ICEWS coded event data, nothing was posted');
  });

  it('gives the client to plain JavaScript', async () => {
    const script = `import { chancery, ApiProblem } from 'chancery/client';
      const client = chancery({ url: 'http://record.test', fetch: async () => Response.json({ status: 'ok' }) });
      console.log(ApiProblem.name, (await client.get('/health')).status);`;
    await write('use.js', script);
    expect((await run('node', 'use.js')).stdout).toBe('ApiProblem ok\n');
  });

  it('gives browsers a client that asks for nothing of Node', async () => {
    const code = await readFile(join(folder, 'node_modules/chancery/shared/client/chancery.js'), 'utf8');
    expect(code).not.toMatch(/\bnode:|\brequire\(/);
  });

  it.each([
    ['nodenext', 'nodenext'],
    ['bundler', 'esnext'],
  ])('gives TypeScript all types, with its libraries checked: --moduleResolution %s', async (resolution, module) => {
    await write(
      'use.ts',
      `import { chancery } from 'chancery/client';
      const client = chancery({ url: 'http://record.test' });
      const { lastEvent } = await client.get('/relations/{dyad}', { path: { dyad: 'BGD-PAK' } });
      export const type: string | undefined = lastEvent?.type;
      const { data } = await client.api.GET('/health');
      export const status: string | undefined = data?.status;
      // @ts-expect-error a status is a text
      export const other: number | undefined = data?.status;
      // @ts-expect-error there is no such path
      await client.get('/relation/{dyad}', { path: { dyad: 'BGD-PAK' } });`,
    );
    const resolved = ['--module', module, '--moduleResolution', resolution];
    const options = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', ...resolved, '--target', 'es2022'];
    const compiled = run(join(root, 'node_modules/.bin/tsc'), ...options, '--types', '', 'use.ts');
    await expect(compiled).resolves.toBeDefined();
  });
});
