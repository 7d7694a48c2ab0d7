import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { EventFilter } from '#shared/client/api-schema.ts';
import {
  eventColumns,
  participantColumns,
  type ParticipantRow,
  participantsOf,
  tablesVersion,
} from './event-columns.ts';
import { type ExportCounts, ExportTally } from './export-tally.ts';
import { type Exported, exportedEvents, type ViewOptions } from './exported-events.ts';
import type { Fetched } from './fetch-events.ts';
import type { Format } from './formats.ts';
import { csvWriter, jsonlWriter, parquetWriter, type TableWriter } from './table-writer.ts';

/** Events that are written at once: a row group of Parquet. */
const atOnce = 10_000;

/** The file that says what an export consists of. */
export const manifestName = 'manifest.json';

/** The names of the files of events and participants. */
export const fileNames = (format: Format): string[] =>
  format === 'jsonl' ? ['events.jsonl'] : [`events.${format}`, `participants.${format}`];

/** A place in the feed, and the hash that covers everything up to it. */
export interface RecordHead {
  readonly position: number;
  readonly hash: string;
}

/** What an export consists of, and what it rests on. */
export interface Manifest extends ViewOptions, ExportCounts {
  readonly title: string;
  readonly api: string;
  readonly exportedAt: string;
  readonly format: Format;
  readonly filter: EventFilter;
  /** The export has everything up to here; the cursor is that of the feed after it. */
  readonly position: number;
  /** The last block of the feed up to there: its hash covers everything up to its position. */
  readonly record?: RecordHead | undefined;
  readonly cursor?: string;
  readonly events: number;
  readonly participants: number;
  readonly tablesVersion: number;
  readonly licence: string;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
}

export interface ExportOptions extends ViewOptions {
  readonly folder: string;
  /** The fetched events. */
  readonly source: string;
  readonly format: Format;
  readonly filter: EventFilter;
  readonly fetched: Fetched;
  readonly record?: RecordHead | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly api: string;
  readonly exportedAt: string;
}

const licence =
  'The record is proprietary; reports that were imported keep the terms of their sources, with which their references begin.';

/**
 * Writes fetched events as tables into a folder, with a manifest; in constant memory but for the corrections. When the
 * signal says so it ends early, without a manifest.
 */
export async function writeExport(options: ExportOptions): Promise<Manifest | undefined> {
  const { folder, source, format, filter, fetched, record, signal, api, exportedAt, view, asOf, withdrawn } = options;
  const names = fileNames(format);
  const [events, participants] = writersOf(
    format,
    names.map((name) => join(folder, name)),
  );
  const tally = new ExportTally();
  const counts = { events: 0, participants: 0 };
  let open: Exported[] = [];
  const flush = async (): Promise<void> => {
    const rows = open.flatMap(participantsOf);
    await events.write(open);
    await participants?.write(rows);
    counts.events += open.length;
    counts.participants += rows.length;
    open = [];
  };
  for await (const event of exportedEvents(source, { view, asOf, withdrawn })) {
    if (signal?.aborted === true) break;
    tally.add(event);
    open.push(event);
    if (open.length === atOnce) await flush();
  }
  await flush();
  await events.end();
  await participants?.end();
  if (signal?.aborted === true) return undefined;
  const manifest: Manifest = {
    title: 'Export of a record of diplomatic events',
    api,
    exportedAt,
    format,
    view,
    withdrawn,
    ...(asOf !== undefined && { asOf }),
    filter,
    position: fetched.position,
    ...(record !== undefined && { record }),
    ...(fetched.cursor !== undefined && { cursor: fetched.cursor }),
    ...counts,
    ...(await tally.counts()),
    tablesVersion,
    licence,
    files: await Promise.all(names.map(async (name) => described(join(folder, name)))),
  };
  await writeFile(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

type Writers = readonly [TableWriter<Exported>, TableWriter<ParticipantRow>?];

function writersOf(format: Format, [events = '', participants = '']: readonly string[]): Writers {
  switch (format) {
    case 'jsonl':
      return [jsonlWriter(events)];
    case 'csv':
      return [csvWriter(events, eventColumns), csvWriter(participants, participantColumns)];
    case 'parquet':
      return [parquetWriter(events, eventColumns), parquetWriter(participants, participantColumns)];
  }
}

async function described(file: string) {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(file)) hash.update(bytes as Buffer);
  return { name: basename(file), bytes: (await stat(file)).size, sha256: hash.digest('hex') };
}
