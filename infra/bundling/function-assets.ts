import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import type { Metafile, Plugin } from 'esbuild';
import { type BundleFolders, root } from './bundle-folders.ts';
import { coldStart } from './cold-start.ts';
import { pageAssets } from './page-assets.ts';
import type { MadeFile } from './write-when-changed.ts';

/** The files that functions read next to their code, and the sources of those that were made. */
export interface FunctionAssets {
  readonly files: readonly MadeFile[];
  readonly inputs: Metafile['inputs'];
}

/**
 * Makes the assets of the functions: the results of `assets` in their `assets.ts`, the libraries of the rendered
 * reference, and the page in a folder `page`.
 */
export async function functionAssets(
  { functions, bundles }: BundleFolders,
  names: readonly string[],
): Promise<FunctionAssets> {
  const making = names.map(async (name) => {
    const made = await madeAssets(join(functions, name, 'assets.ts'));
    const libraries = name === 'describe-api' ? await referenceLibraries() : {};
    const page = await pageAssets(join(functions, name, 'page'));
    const files = Object.entries({ ...made.files, ...libraries, ...page.files }).map(([file, contents]) => ({
      path: join(bundles, name, 'assets', file),
      contents: Buffer.from(contents),
    }));
    return { files, inputs: { ...made.inputs, ...page.inputs } };
  });
  const all = await Promise.all(making);
  return {
    files: all.flatMap(({ files }) => files),
    inputs: Object.assign({}, ...all.map(({ inputs }) => inputs)) as Metafile['inputs'],
  };
}

/**
 * Leaves out AWS's SDK, which the sources of assets import by way of others and never use: two thirds of all modules.
 */
const withoutSdk: Plugin = {
  name: 'without-sdk',
  setup(bundler) {
    bundler.onResolve({ filter: /^@(aws-sdk|smithy)\// }, ({ path }) => ({
      path,
      namespace: 'sdk',
      sideEffects: false,
    }));
    bundler.onLoad({ filter: /.*/, namespace: 'sdk' }, () => ({ contents: 'module.exports = {};' }));
  },
};

async function madeAssets(source: string): Promise<{ files: Record<string, string>; inputs: Metafile['inputs'] }> {
  if (!existsSync(source)) return { files: {}, inputs: {} };
  const sandbox = await mkdtemp(join(tmpdir(), 'chancery-assets-'));
  try {
    const made = join(sandbox, 'assets.mjs');
    const { outputFiles, metafile } = await build({
      ...coldStart,
      plugins: [withoutSdk],
      minify: false,
      entryPoints: [source],
      outfile: made,
      metafile: true,
      write: false,
      absWorkingDir: root,
    });
    await writeFile(made, outputFiles[0]?.contents ?? '');
    return { files: await filesOf(made), inputs: metafile.inputs };
  } finally {
    await rm(sandbox, { recursive: true });
  }
}

/** The assets of the rendered reference, which the function serves itself and so needs no CDN. */
async function referenceLibraries(): Promise<Record<string, Buffer>> {
  const source = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  const files = ['swagger-ui.css', 'swagger-ui-bundle.js'];
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file, await readFile(join(source, file))])));
}

const run = promisify(execFile);

/** Calls `assets` in a process of its own: zod keeps the schemas that it loads in a registry of the whole process. */
async function filesOf(module: string): Promise<Record<string, string>> {
  const code = `import { assets } from ${JSON.stringify(pathToFileURL(module).href)}; process.stdout.write(JSON.stringify(assets()));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', code], { maxBuffer: maxAssetBytes });
  return JSON.parse(stdout) as Record<string, string>;
}

const maxAssetBytes = 16 * 1024 * 1024;
