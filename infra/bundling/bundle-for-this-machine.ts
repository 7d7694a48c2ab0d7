import { rm } from 'node:fs/promises';
import { build } from 'esbuild';
import { type BundleFolders, copyReferenceAssets, functionNames, outputOptions } from './bundle.ts';
import { coldStart } from './cold-start.ts';

/**
 * Bundles every function into the same modules as for Lambda, but with what several functions import in shared chunks beside them. That is
 * one link of the sources instead of one for each function, and a fifth of the time; a single folder of it cannot be deployed.
 */
export async function bundleForThisMachine(folders: BundleFolders): Promise<void> {
  const [names] = await Promise.all([
    functionNames(folders.functions),
    rm(folders.bundles, { recursive: true, force: true }),
  ]);
  await build({
    ...coldStart,
    ...outputOptions(folders, names),
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
  });
  if (names.includes('describe-api')) await copyReferenceAssets(folders);
}
