import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { bundleForThisMachine } from '#infra/bundling/bundle-for-this-machine.ts';

const sandbox = mkdtempSync(join(tmpdir(), 'bundles-'));
const folders = { functions: join(sandbox, 'functions'), bundles: join(sandbox, 'bundles') };
afterAll(() => rmSync(sandbox, { recursive: true }));

const write = (path: string, source: string): void => {
  mkdirSync(join(folders.functions, path, '..'), { recursive: true });
  writeFileSync(join(folders.functions, path), source);
};
const call = async (name: string): Promise<unknown> => {
  const url = pathToFileURL(join(folders.bundles, name, 'index.mjs'));
  const { handler } = (await import(url.href)) as { handler: () => unknown };
  return handler();
};

describe('bundles for this machine', () => {
  it('share the code that several functions import', async () => {
    write('shared/seal.ts', 'export const seal = (name: string) => `sealed by ${name}`;');
    for (const name of ['stamp', 'sign'])
      write(
        `${name}/${name}.ts`,
        `import { seal } from '../shared/seal.ts';\nexport const handler = () => seal('${name}');`,
      );
    await bundleForThisMachine(folders);
    expect([await call('stamp'), await call('sign')]).toEqual(['sealed by stamp', 'sealed by sign']);
    const [chunk = '', ...others] = readdirSync(join(folders.bundles, 'chunks'));
    expect(others).toEqual([]);
    expect(readFileSync(join(folders.bundles, 'chunks', chunk), 'utf8')).toContain('sealed by');
    expect(readFileSync(join(folders.bundles, 'stamp/index.mjs'), 'utf8')).not.toContain('sealed by');
  });

  it('replace those of sources that are gone', async () => {
    rmSync(join(folders.functions, 'sign'), { recursive: true });
    await bundleForThisMachine(folders);
    expect(readdirSync(folders.bundles)).toEqual(['stamp']);
    expect(existsSync(join(folders.bundles, 'chunks'))).toBe(false);
  });
});
