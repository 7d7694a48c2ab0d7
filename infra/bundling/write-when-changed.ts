import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A file that a build has made. */
export interface MadeFile {
  readonly path: string;
  readonly contents: Uint8Array;
}

/**
 * Writes a file without disturbing a process that reads it: leaves equal bytes alone and replaces others in one step.
 */
export async function writeWhenChanged({ path, contents }: MadeFile): Promise<void> {
  if (existsSync(path) && (await readFile(path)).equals(contents)) return;
  await mkdir(dirname(path), { recursive: true });
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}`);
  await writeFile(draft, contents);
  await rename(draft, path);
}
