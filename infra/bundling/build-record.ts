import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

const buildRecord = z.object({
  /** Files that the build was made of, as paths from the project's root. */
  inputs: z.array(z.string()),
  /** SHA-256 over what they held. */
  made: z.string(),
  /** SHA-256 of every file that was made, by its path from the folder of the bundles. */
  bundles: z.record(z.string(), z.string()),
  /** Sizes of the bundles in bytes, by function. */
  sizes: z.record(z.string(), z.number()),
});

/** What a build was made of and what it made, so that the same sources are not built again. */
export type BuildRecord = z.infer<typeof buildRecord>;

/** The record is a file next to the folder of the bundles. */
const fileOf = (bundles: string): string => `${bundles}.json`;

/** Finds the record of the build in a folder, if its sources and its bundles are unchanged. */
export async function unchangedBuild(root: string, bundles: string): Promise<BuildRecord | undefined> {
  if (!existsSync(fileOf(bundles))) return undefined;
  const { data: record } = buildRecord.safeParse(JSON.parse(await readFile(fileOf(bundles), 'utf8')));
  if (record === undefined || (await hashOf(root, record.inputs)) !== record.made) return undefined;
  const files = Object.entries(record.bundles);
  const asMade = await Promise.all(files.map(async ([path, made]) => (await fileHash(join(bundles, path))) === made));
  return asMade.every(Boolean) ? record : undefined;
}

/** Keeps the record of a build, but of none whose sources were written while it ran: which of them it read is not known. */
export async function keepBuild(
  root: string,
  bundles: string,
  { began, ...build }: Omit<BuildRecord, 'made'> & { readonly began: number },
): Promise<void> {
  const made = await hashOf(root, build.inputs);
  const written = await Promise.all(build.inputs.map(async (path) => (await stat(join(root, path))).mtimeMs));
  if (Math.max(...written) >= began) return rm(fileOf(bundles), { force: true });
  const draft = `${fileOf(bundles)}.${process.pid}`;
  await writeFile(draft, JSON.stringify({ ...build, made } satisfies BuildRecord));
  await rename(draft, fileOf(bundles));
}

/** SHA-256, as base64url. */
export const sha256 = (content: string | Uint8Array): string => hash('sha256', content, 'base64url');

/** Over the contents of files, whatever their order; one that is gone counts as such. */
async function hashOf(root: string, paths: readonly string[]): Promise<string> {
  const lines = await Promise.all(paths.map(async (path) => `${path} ${await fileHash(join(root, path))}`));
  return sha256(lines.toSorted().join('\n'));
}

const fileHash = async (path: string): Promise<string | undefined> =>
  existsSync(path) ? sha256(await readFile(path)) : undefined;
