import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Names the folder, of those in `root`, for the compiled code of each bundle under this version of Node. Removes those
 * that none of these bundles uses: of all bundles that ever ran, the code of the current ones is kept.
 */
export function compiledFolders(root: string, bundles: readonly string[]): (bundle: string) => string {
  const nameOf = (bundle: string) => `${process.version}-${bundle}`;
  const used = new Set(bundles.map(nameOf));
  for (const name of namesIn(root)) {
    if (!used.has(name)) rmSync(join(root, name), { recursive: true, force: true });
  }
  return (bundle) => join(root, nameOf(bundle));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
