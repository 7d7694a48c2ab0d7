import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { build } from 'esbuild';
import type { Metafile } from 'esbuild';
import { keepBuild, sha256, standingBuild } from './build-record.ts';
import { coldStart } from './cold-start.ts';
import { functionAssets } from './function-assets.ts';

const root = join(import.meta.dirname, '../..');

/** Where the functions' sources are and where their bundles go. */
export interface BundleFolders {
  readonly functions: string;
  readonly bundles: string;
}

/** The project's own folders: `functions/` and `dist/functions/`. */
export const projectFolders: BundleFolders = {
  functions: join(root, 'functions'),
  bundles: join(root, 'dist/functions'),
};

/** Names of the functions in a folder: every `<name>/<name>.ts`. */
export async function functionNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.flatMap(({ name }) => (existsSync(join(folder, name, `${name}.ts`)) ? [name] : [])).toSorted();
}

/**
 * Bundles every function into a folder of its own, with one esbuild call; the result is each bundle's size in bytes. What was built of the
 * same sources before stays as it is.
 */
export async function bundleFunctions(folders = projectFolders): Promise<Record<string, number>> {
  const names = await functionNames(folders.functions);
  const standing = await standingBuild(root, folders.bundles);
  if (standing !== undefined && isDeepStrictEqual(Object.keys(standing.sizes), names)) return standing.sizes;
  const began = Date.now();
  const { metafile, outputFiles } = await build({
    ...coldStart,
    entryPoints: names.map((name) => ({ in: join(folders.functions, name, `${name}.ts`), out: join(name, 'index') })),
    outdir: folders.bundles,
    outExtension: { '.js': '.mjs' },
    sourcemap: 'linked',
    metafile: true,
    write: false,
    absWorkingDir: root,
  });
  const assets = await Promise.all(
    names.map(async (name) => ({ name, ...(await functionAssets(join(folders.functions, name), root)) })),
  );
  const assetFiles = assets.flatMap(({ name, files }) =>
    Object.entries(files).map(([file, text]) => ({
      path: join(folders.bundles, name, 'assets', file),
      contents: Buffer.from(text),
    })),
  );
  const made = [...outputFiles, ...assetFiles];
  await dropStaleBundles(folders.bundles, names);
  await Promise.all(made.map(writeWhenChanged));
  if (names.includes('describe-api')) await copyReferenceAssets(join(folders.bundles, 'describe-api/assets'));
  const sizes = Object.fromEntries(
    names.map((name) => [
      name,
      metafile.outputs[relative(root, join(folders.bundles, name, 'index.mjs'))]?.bytes ?? Number.NaN,
    ]),
  );
  const bundles = made.map(({ path, contents }) => [relative(folders.bundles, path), sha256(contents)]);
  await keepBuild(root, folders.bundles, {
    inputs: inputsOf([metafile, ...assets]),
    began,
    bundles: Object.fromEntries(bundles),
    sizes,
  });
  return sizes;
}

/** Files that decide what a build makes: what it read, what it is told, and the versions of what it uses. */
function inputsOf(builds: readonly Pick<Metafile, 'inputs'>[]): string[] {
  const read = builds.flatMap(({ inputs }) => Object.keys(inputs)).filter((path) => !path.startsWith('builtin:'));
  const tools = ['bundle', 'cold-start', 'function-assets', 'left-out'].map((name) => `infra/bundling/${name}.ts`);
  return [...new Set(read), ...tools, 'package.json', 'package-lock.json', 'tsconfig.json'];
}

async function dropStaleBundles(bundles: string, names: readonly string[]): Promise<void> {
  await mkdir(bundles, { recursive: true });
  const stale = (await readdir(bundles)).filter((name) => !names.includes(name));
  await Promise.all(stale.map((name) => rm(join(bundles, name), { recursive: true, force: true })));
}

/** A build never disturbs a process that is reading the same bundle: same bytes are left alone, new ones replace the file at once. */
async function writeWhenChanged({
  path,
  contents,
}: {
  readonly path: string;
  readonly contents: Uint8Array;
}): Promise<void> {
  if (existsSync(path) && (await readFile(path)).equals(contents)) return;
  await mkdir(dirname(path), { recursive: true });
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}`);
  await writeFile(draft, contents);
  await rename(draft, path);
}

/** The rendered reference is served by the function itself, so that it needs no CDN. */
async function copyReferenceAssets(folder: string): Promise<void> {
  const source = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  await mkdir(folder, { recursive: true });
  await Promise.all(
    ['swagger-ui.css', 'swagger-ui-bundle.js'].map(async (file) => copyFile(join(source, file), join(folder, file))),
  );
}

if (import.meta.main) console.table(await bundleFunctions());
