import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Metafile } from 'esbuild';
import { currentBuild, recordBuild, sha256 } from './build-record.ts';
import { functionNames, projectFolders, root } from './bundle-folders.ts';
import { builtCode } from './built-code.ts';
import { functionAssets } from './function-assets.ts';
import { writeWhenChanged } from './write-when-changed.ts';

/**
 * Bundles every function for deployment, each into a folder of its own; returns the bytes of code that each loads when
 * it starts. Keeps the bundles of an earlier build of the same sources.
 */
export async function bundleFunctions(folders = projectFolders): Promise<Record<string, number>> {
  const names = await functionNames(folders.functions);
  const current = await currentBuild(root, folders.bundles);
  if (current !== undefined && isDeepStrictEqual(Object.keys(current.sizes), names)) return current.sizes;
  const began = Date.now();
  const { metafile, outputFiles, sizes } = await builtCode(folders, names);
  const assets = await functionAssets(folders, names);
  const made = [...outputFiles, ...assets.files];
  await dropStaleBundles(folders.bundles, names);
  await Promise.all(made.map(writeWhenChanged));
  await dropStaleFiles(folders.bundles, new Set(made.map(({ path }) => path)));
  const bundles = made.map(({ path, contents }) => [relative(folders.bundles, path), sha256(contents)]);
  await recordBuild(root, folders.bundles, {
    inputs: inputsOf([metafile, assets]),
    began,
    bundles: Object.fromEntries(bundles),
    sizes,
  });
  return sizes;
}

/** Lists the files that decide the result of a build: the sources, the options and the versions of the tools. */
function inputsOf(builds: readonly Pick<Metafile, 'inputs'>[]): string[] {
  const read = builds
    .flatMap(({ inputs }) => Object.keys(inputs))
    .filter((path) => !/^[\w-]+:/.test(path))
    .map((path) => path.replace(/ with \{.*\}$/, '')); // a file that is imported with attributes and without
  const tools = [
    'bundle',
    'bundle-folders',
    'built-code',
    'cold-start',
    'function-assets',
    'page-assets',
    'left-out',
  ].map((name) => `infra/bundling/${name}.ts`);
  return [...new Set(read), ...tools, 'package.json', 'package-lock.json', 'tsconfig.json'];
}

async function dropStaleBundles(bundles: string, names: readonly string[]): Promise<void> {
  await mkdir(bundles, { recursive: true });
  const stale = (await readdir(bundles)).filter((name) => !names.includes(name));
  await Promise.all(stale.map((name) => rm(join(bundles, name), { recursive: true, force: true })));
}

/**
 * Removes what an earlier build left in the folders: the files of a page are named by their content. Drafts of other
 * builds stay.
 */
async function dropStaleFiles(bundles: string, made: ReadonlySet<string>): Promise<void> {
  const entries = await readdir(bundles, { recursive: true, withFileTypes: true });
  const stale = entries.filter(
    (entry) => entry.isFile() && !entry.name.startsWith('.') && !made.has(join(entry.parentPath, entry.name)),
  );
  await Promise.all(stale.map(async ({ parentPath, name }) => rm(join(parentPath, name), { force: true })));
}

if (import.meta.main) console.table(await bundleFunctions());
