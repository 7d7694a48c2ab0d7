import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import * as z from 'zod';
import { Channel } from '#shared/domain/events/envelope.ts';
import { codeLists } from '#shared/domain/parties/party-aliases.ts';
import { Sector } from '#shared/domain/events/participant.ts';
import { keysOf } from '#shared/keys-of.ts';

/** Takes a part of a cell: the first group of a pattern, or the cell as it is. */
const pattern = z.string().refine(isPattern, { error: 'expected a regular expression' }).optional();

const Party = z.strictObject({
  column: z.string(),
  /** The list of codes that the cell is from; absent: a name or a canonical code. */
  list: z.enum(keysOf(codeLists)).optional(),
  /** Only a cell that matches names a party; what is in its first group. */
  pattern,
});

const Actor = z.strictObject({
  /** Where the party is named; the first that names one counts. */
  party: z.array(Party).min(1),
  sector: z.strictObject({ column: z.string(), codes: z.record(z.string(), Sector).default({}) }).optional(),
});

const dateFormats = ['yyyymmdd', 'yyyy-mm-dd', 'yyyymmddhhmmss', 'edtf', 'long'] as const;
const DateOf = z.strictObject({
  column: z.string(),
  format: z.enum(dateFormats).default('yyyy-mm-dd'),
  /** The column of the last day, where a row covers several. */
  until: z.string().optional(),
});

/** How the rows of a source become events. */
export const ImportMap = z.strictObject({
  /** Stands before the source's ids in `reports[].reference`. */
  source: z.string().regex(/^[a-z][a-z0-9]{1,15}$/, 'expected 2 to 16 letters and digits, such as "gdelt2"'),
  title: z.string(),
  licence: z.string().optional(),
  file: z
    .strictObject({
      separator: z.enum(['tab', 'comma', 'semicolon']).default('comma'),
      quoted: z.boolean().default(true),
      /** The names of the columns where the file has no row of headings. */
      columns: z.array(z.string()).min(1).optional(),
      /** Columns that a row has at least; absent: all. */
      atLeast: z.int().min(1).optional(),
      /** What stands for nothing. */
      empty: z.array(z.string()).default(['']),
    })
    .prefault({}),
  id: z.string(),
  occurred: DateOf,
  reportedAt: DateOf.omit({ until: true }).optional(),
  actors: z.strictObject({ source: Actor, target: Actor }),
  /** Names and codes of the source that are no names of the domain, with the party that they mean. */
  names: z.record(z.string(), z.string()).default({}),
  /** Actors that are no party, such as regions, with what they are. */
  noParties: z.record(z.string(), z.string()).default({}),
  code: z.strictObject({
    columns: z.array(z.string()).min(1),
    /** CAMEO codes by what the columns say, joined by "/"; absent: the column has a CAMEO code. */
    codes: z.record(z.string(), z.string()).optional(),
  }),
  /** The column with the source's own score on the Goldstein scale, which is compared. */
  score: z.string().optional(),
  /** The column of what the event is called, and columns out of which its summary is made. */
  says: z.array(z.string()).default([]),
  place: z
    .strictObject({
      country: Party.optional(),
      city: z
        .strictObject({ column: z.string(), pattern, where: z.record(z.string(), z.array(z.string())).optional() })
        .optional(),
    })
    .optional(),
  channel: Channel.optional(),
  report: z.strictObject({
    publisher: z.string().optional(),
    url: z.string().optional(),
    title: z.string().optional(),
    /** Where a row names no publisher. */
    otherwise: z.string().default('unstated'),
  }),
  /** Rows of one day, pair and code are one happening with several reports; `false`: each row is one. */
  sameHappening: z.boolean().default(true),
  /** Columns that are left out of the report's `source.fields`. */
  drop: z.array(z.string()).default([]),
});
export type ImportMap = z.output<typeof ImportMap>;
export type DateFormat = (typeof dateFormats)[number];
export type ActorMap = z.output<typeof Actor>;
export type PartyMap = z.output<typeof Party>;

/** A map that is not valid: the message names each place. */
export class MapInvalid extends Error {
  override readonly name = 'MapInvalid';
}

/** Reads a map from a YAML file; throws `MapInvalid`. */
export async function readImportMap(file: URL | string): Promise<ImportMap> {
  const text = await readFile(file, 'utf8');
  return importMapFrom(text, file instanceof URL ? file.pathname : file);
}

/** Reads a map from YAML. */
export function importMapFrom(text: string, file: string): ImportMap {
  const read = ImportMap.safeParse(yamlIn(text, file));
  if (read.success) return read.data;
  const places = read.error.issues.map(({ path, message }) => `  ${path.join('.') || 'the map'}: ${message}`);
  throw new MapInvalid(`${file} is no valid map:\n${places.join('\n')}`);
}

function yamlIn(text: string, file: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new MapInvalid(`${file} is no valid YAML: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u').source !== '';
  } catch {
    return false;
  }
}
