import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { formats } from './formats.ts';
import { fileNames, manifestName } from './write-export.ts';

const Listing = z.object({ files: z.array(z.object({ name: z.enum(formats.flatMap(fileNames)) })) });

/** Removes the manifest of an earlier export in a folder, and the files that it lists; other files stay. */
export async function removeEarlierExport(folder: string): Promise<void> {
  const manifest = join(folder, manifestName);
  const text = await readFile(manifest, 'utf8').catch(() => undefined);
  const names = text === undefined ? undefined : filesIn(text);
  if (names === undefined) return;
  // First, so that no manifest lists files that are gone.
  for (const name of [manifestName, ...names]) await rm(join(folder, name), { force: true });
}

/** Returns the files that a manifest lists; `undefined`: it is of another program, whose files have other names. */
function filesIn(manifest: string): string[] | undefined {
  try {
    return Listing.parse(JSON.parse(manifest)).files.map(({ name }) => name);
  } catch {
    return undefined;
  }
}
