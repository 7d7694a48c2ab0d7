import { createHash } from 'node:crypto';
import { access, readFile, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as z from 'zod';
import type { ImportMap } from '#shared/client/imports/import-map.ts';
import { ImportState } from '#shared/client/imports/import-state.ts';
import { replaceFile } from '#shared/client/exports/replace-file.ts';
import { CommandFailed } from './exit-codes.ts';

/** What must be the same for an import to go on, besides its map. */
export interface ImportIdentity {
  readonly files: readonly string[];
  readonly since: string | undefined;
  /** Where it records. */
  readonly place: string;
}

/** What is kept of an import in the folder where it runs, so that `--resume` goes on. */
export interface KeptImport {
  readonly keep: (state: ImportState) => Promise<void>;
  /** Reads what an interrupted run has kept; throws `CommandFailed` where there is none, or one of another import. */
  readonly read: () => Promise<ImportState>;
  readonly exists: () => Promise<boolean>;
  readonly forget: () => Promise<void>;
}

const Kept = z.object({ identity: z.string(), state: ImportState });

export function keptImport(map: ImportMap, { files, since, place }: ImportIdentity): KeptImport {
  const file = `chancery-import-${map.source}.state.json`;
  const content = JSON.stringify([map, files.map((one) => resolve(one)), since, place]);
  const identity = createHash('sha256').update(content).digest('base64url');
  const kept = async () => Kept.safeParse(parsed(await readFile(file, 'utf8')));
  return {
    keep: async (state) => replaceFile(file, JSON.stringify({ identity, state })),
    read: async () => {
      if (!(await exists(file))) throw new CommandFailed(`There is no interrupted import here: ${file} does not exist`);
      const { data } = await kept();
      if (data === undefined) throw new CommandFailed(`${file} is not valid: import again without --resume`);
      if (data.identity === identity) return data.state;
      throw new CommandFailed(`${file} is of an import with other files, another map, --since or address`);
    },
    exists: async () => (await exists(file)) && (await kept()).data?.identity === identity,
    forget: async () => rm(file, { force: true }),
  };
}

const exists = async (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
