import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { build } from 'esbuild';
import type { BuildOptions, Metafile, OutputFile } from 'esbuild';
import { currentBuild, recordBuild, sha256 } from './build-record.ts';
import { coldStart } from './cold-start.ts';

const root = join(import.meta.dirname, '../..');

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

/**
 * Bundles every function for deployment, each into a folder of its own, with one esbuild call; returns each bundle's size in bytes. Keeps
 * the bundles of an earlier build of the same sources.
 */
export async function bundleFunctions(folders = projectFolders): Promise<Record<string, number>> {
  const names = await functionNames(folders.functions);
  const current = await currentBuild(root, folders.bundles);
  if (current !== undefined && isDeepStrictEqual(Object.keys(current.sizes), names)) return current.sizes;
  const began = Date.now();
  const { metafile, outputFiles } = await build({
    ...coldStart,
    ...outputOptions(folders, names),
    metafile: true,
    write: false,
  });
  await dropStaleBundles(folders.bundles, names);
  await Promise.all(outputFiles.map(writeWhenChanged));
  if (names.includes('describe-api')) await copyReferenceAssets(folders);
  const sizes = Object.fromEntries(
    names.map((name) => [
      name,
      metafile.outputs[relative(root, join(folders.bundles, name, 'index.mjs'))]?.bytes ?? Number.NaN,
    ]),
  );
  const bundles = outputFiles.map(({ path, contents }) => [relative(folders.bundles, path), sha256(contents)]);
  await recordBuild(root, folders.bundles, {
    inputs: inputsOf(metafile),
    began,
    bundles: Object.fromEntries(bundles),
    sizes,
  });
  return sizes;
}

/** Lists the files that decide the result of a build: the sources, the options and the versions of the tools. */
function inputsOf({ inputs }: Metafile): string[] {
  const read = Object.keys(inputs).filter((path) => !path.startsWith('builtin:'));
  return [...read, 'infra/bundling/bundle.ts', 'infra/bundling/cold-start.ts', 'package-lock.json', 'tsconfig.json'];
}

async function dropStaleBundles(bundles: string, names: readonly string[]): Promise<void> {
  await mkdir(bundles, { recursive: true });
  const stale = (await readdir(bundles)).filter((name) => !names.includes(name));
  await Promise.all(stale.map((name) => rm(join(bundles, name), { recursive: true, force: true })));
}

/** Writes a file without disturbing a process that reads it: leaves equal bytes alone and replaces others in one step. */
async function writeWhenChanged({ path, contents }: OutputFile): Promise<void> {
  if (existsSync(path) && (await readFile(path)).equals(contents)) return;
  await mkdir(dirname(path), { recursive: true });
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}`);
  await writeFile(draft, contents);
  await rename(draft, path);
}

/** Copies the assets of the rendered reference, which the function serves itself and so needs no CDN. */
export async function copyReferenceAssets({ bundles }: BundleFolders): Promise<void> {
  const folder = join(bundles, 'describe-api/assets');
  const source = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  await mkdir(folder, { recursive: true });
  await Promise.all(
    ['swagger-ui.css', 'swagger-ui-bundle.js'].map(async (file) => copyFile(join(source, file), join(folder, file))),
  );
}

if (import.meta.main) console.table(await bundleFunctions());
