import { rm } from 'node:fs/promises';
import { build } from 'esbuild';
import { type BundleFolders, functionNames, outputOptions } from './bundle-folders.ts';
import { coldStart } from './cold-start.ts';
import { functionAssets } from './function-assets.ts';
import { writeWhenChanged } from './write-when-changed.ts';

/**
 * Bundles every function into the same modules as for Lambda, but with what several functions import in shared chunks
 * next to them. That is one link of the sources instead of one for each function, and a fifth of the time; a single
 * folder of it cannot be deployed. Resolves when the code is written; the assets follow.
 */
export async function bundleForThisMachine(folders: BundleFolders): Promise<{ readonly assets: Promise<unknown> }> {
  await rm(folders.bundles, { recursive: true, force: true });
  const names = await functionNames(folders.functions);
  await build({
    ...coldStart,
    ...outputOptions(folders, names),
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
  });
  const assets = functionAssets(folders, names).then(async ({ files }) => Promise.all(files.map(writeWhenChanged)));
  return { assets };
}
