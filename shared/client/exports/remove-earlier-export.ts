import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { manifestName } from './write-export.ts';

const Listing = z.object({ files: z.array(z.object({ name: z.string() })) });

/** Removes the manifest of an earlier export in a folder, and the files that it lists; other files stay. */
export async function removeEarlierExport(folder: string): Promise<void> {
  const manifest = join(folder, manifestName);
  const text = await readFile(manifest, 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const names = filesIn(text);
  // First, so that no manifest lists files that are gone.
  for (const name of [manifestName, ...names]) await rm(join(folder, basename(name)), { force: true });
}

function filesIn(manifest: string): string[] {
  try {
    return Listing.parse(JSON.parse(manifest)).files.map(({ name }) => name);
  } catch {
    return []; // of another program
  }
}
