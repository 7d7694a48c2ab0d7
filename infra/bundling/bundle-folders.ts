import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuildOptions } from 'esbuild';

/** The project's root. */
export const root = join(import.meta.dirname, '../..');

/** The folders of the functions' sources and of their bundles. */
export interface BundleFolders {
  readonly functions: string;
  readonly bundles: string;
}

/** The project's own folders: `functions/` and `dist/functions/`. */
export const projectFolders: BundleFolders = {
  functions: join(root, 'functions'),
  bundles: join(root, 'dist/functions'),
};

/** Lists the functions of a folder: every `<name>/<name>.ts`. */
export async function functionNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.flatMap(({ name }) => (existsSync(join(folder, name, `${name}.ts`)) ? [name] : [])).toSorted();
}

/** Options that put the bundle of each function into `<bundles>/<name>/index.mjs`. */
export const outputOptions = ({ functions, bundles }: BundleFolders, names: readonly string[]): BuildOptions => ({
  entryPoints: names.map((name) => ({ in: join(functions, name, `${name}.ts`), out: join(name, 'index') })),
  outdir: bundles,
  outExtension: { '.js': '.mjs' },
  absWorkingDir: root,
});
