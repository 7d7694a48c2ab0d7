import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import type { Metafile } from 'esbuild';
import { coldStart } from './cold-start.ts';

/** The files that a function reads beside its code, by name, and the sources that they were made of. */
export interface FunctionAssets {
  readonly files: Readonly<Record<string, string>>;
  readonly inputs: Metafile['inputs'];
}

/** Makes the assets of a function: what the `assets` of its `assets.ts` returns; nothing where it has none. */
export async function functionAssets(folder: string, root: string): Promise<FunctionAssets> {
  const source = join(folder, 'assets.ts');
  if (!existsSync(source)) return { files: {}, inputs: {} };
  const sandbox = await mkdtemp(join(tmpdir(), 'chancery-assets-'));
  try {
    const made = join(sandbox, 'assets.mjs');
    const { outputFiles, metafile } = await build({
      ...coldStart,
      plugins: [],
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

const run = promisify(execFile);

/** Calls `assets` in a process of its own: zod keeps the schemas that it loads in a registry of the whole process. */
async function filesOf(module: string): Promise<Record<string, string>> {
  const code = `import { assets } from ${JSON.stringify(pathToFileURL(module).href)}; process.stdout.write(JSON.stringify(assets()));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', code], { maxBuffer: maxAssetBytes });
  return JSON.parse(stdout) as Record<string, string>;
}

const maxAssetBytes = 16 * 1024 * 1024;
