import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

const buildRecord = z.object({
  /** Input files, as paths from the project's root. */
  inputs: z.array(z.string()),
  /** SHA-256 over the contents of the input files. */
  inputHash: z.string(),
  /** SHA-256 of every output file, by its path from the folder of the bundles. */
  bundles: z.record(z.string(), z.string()),
  /** Sizes of the bundles in bytes, by function. */
  sizes: z.record(z.string(), z.number()),
});

/** The inputs and outputs of a build, which need not be repeated for the same inputs. */
export type BuildRecord = z.infer<typeof buildRecord>;

/** The file of the record, next to the folder of the bundles. */
const fileOf = (bundles: string): string => `${bundles}.json`;

/** The record of the build in a folder, if its inputs and outputs are unchanged. */
export async function currentBuild(root: string, bundles: string): Promise<BuildRecord | undefined> {
  if (!existsSync(fileOf(bundles))) return undefined;
  const { data: record } = buildRecord.safeParse(JSON.parse(await readFile(fileOf(bundles), 'utf8')));
  if (record === undefined || (await hashOf(root, record.inputs)) !== record.inputHash) return undefined;
  const files = Object.entries(record.bundles);
  const unchanged = await Promise.all(
    files.map(async ([path, recorded]) => (await fileHash(join(bundles, path))) === recorded),
  );
  return unchanged.every(Boolean) ? record : undefined;
}

/**
 * Writes the record of a build, unless its inputs were written during the build: then it is unknown which of them it
 * read.
 */
export async function recordBuild(
  root: string,
  bundles: string,
  { began, ...build }: Omit<BuildRecord, 'inputHash'> & { readonly began: number },
): Promise<void> {
  const inputHash = await hashOf(root, build.inputs);
  const written = await Promise.all(build.inputs.map(async (path) => (await stat(join(root, path))).mtimeMs));
  if (Math.max(...written) >= began) return rm(fileOf(bundles), { force: true });
  const draft = `${fileOf(bundles)}.${process.pid}`;
  await writeFile(draft, JSON.stringify({ ...build, inputHash } satisfies BuildRecord));
  await rename(draft, fileOf(bundles));
}

/** SHA-256, as base64url. */
export const sha256 = (content: string | Uint8Array): string => hash('sha256', content, 'base64url');

/** Hashes the contents of files, independent of their order; a missing file has a value of its own. */
async function hashOf(root: string, paths: readonly string[]): Promise<string> {
  const lines = await Promise.all(paths.map(async (path) => `${path} ${await fileHash(join(root, path))}`));
  return sha256(lines.toSorted().join('\n'));
}

const fileHash = async (path: string): Promise<string | undefined> =>
  existsSync(path) ? sha256(await readFile(path)) : undefined;
