import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compiledFolders } from '#infra/local/cloud/lambda/compiled-folders.ts';

/** Keeps compiled code of a bundle, as an environment does. */
function compile(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'code'), 'compiled');
}

describe('the compiled code of a data folder', () => {
  it('is kept for each bundle that is still used, and removed for all others', () => {
    const root = join(mkdtempSync(join(tmpdir(), 'compiled-')), 'compiled');
    const first = compiledFolders(root, ['one.zip', 'two.zip']);
    for (const bundle of ['one.zip', 'two.zip']) compile(first(bundle));
    compile(join(root, 'v20.0.0-one.zip')); // of another version of Node
    const second = compiledFolders(root, ['two.zip', 'three.zip']);
    expect(readdirSync(root)).toEqual([`${process.version}-two.zip`]);
    expect(second('two.zip')).toBe(first('two.zip'));
    expect(second('three.zip')).not.toBe(second('two.zip'));
  });
});
