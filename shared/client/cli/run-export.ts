import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { filterOf } from '#shared/client/feed-query.ts';
import type { View } from '#shared/client/exports/exported-events.ts';
import { earlierFetch, fetchEvents, nothingFetched, stateFileOf } from '#shared/client/exports/fetch-events.ts';
import { recordHeadAt } from '#shared/verification/record-head.ts';
import type { Format } from '#shared/client/exports/formats.ts';
import { removeEarlierExport } from '#shared/client/exports/remove-earlier-export.ts';
import { writeExport } from '#shared/client/exports/write-export.ts';
import { CommandFailed, exitCodes } from './exit-codes.ts';
import { endOfFeed } from './end-of-feed.ts';
import { exportProgress } from './export-progress.ts';
import { filterIn, type FilterOptions, givenFilter } from './filter-options.ts';
import { addressOf, clientFor, type GlobalOptions } from './session.ts';
import { grouped, interruption, note, say, table } from './terminal.ts';

interface ExportCommandOptions extends GlobalOptions, FilterOptions {
  readonly format: Format;
  readonly out: string;
  readonly view: View;
  readonly filter?: string;
  readonly asOf?: string;
  readonly withdrawn?: boolean;
  readonly replace?: boolean;
  readonly resume?: boolean;
}

/** Writes the events of the record to files. */
export async function runExport(options: ExportCommandOptions): Promise<void> {
  const { format, out: folder, view, withdrawn = false, replace, resume, json } = options;
  const client = await clientFor(options);
  const filter = filterOf(filterOfOptions(options));
  const asOf = instantIn(options.asOf);
  await mkdir(folder, { recursive: true });
  if (replace !== true && resume !== true) await requireEmpty(folder);
  const source = join(folder, '.events.fetched');
  const api = await addressOf(options);
  const identity = JSON.stringify([api, filter]);
  const from = resume === true ? await earlierFetch(source, identity) : nothingFetched;
  if (from === undefined) throw new CommandFailed(`There is no interrupted export in ${folder}`);
  if (from === 'other') throw new CommandFailed(`${folder} has an interrupted export of another API or filter`);
  const end = await endOfFeed(client);
  const { show: onPage, stop } = exportProgress(from, end, json === true);
  const signal = interruption();
  const asked = { filter, file: source, from, identity, signal, onPage };
  const { complete, ...reached } = await fetchEvents(client, asked).finally(stop);
  // What a filter leaves out at the end was looked at, too.
  const fetched = { ...reached, position: Math.max(reached.position, end) };
  if (!complete) return interrupted();
  const readBlocks = async (after: string | undefined, accept: string) =>
    client.call.get('/events', { after }, { headers: { accept } });
  const record = await recordHeadAt(readBlocks, fetched.position, fetched.before);
  const exportedAt = new Date().toISOString();
  await removeEarlierExport(folder);
  const manifest = await writeExport({
    folder,
    source,
    format,
    filter,
    fetched,
    record,
    signal,
    api,
    exportedAt,
    view,
    asOf,
    withdrawn,
  });
  if (manifest === undefined) return interrupted();
  for (const file of [source, stateFileOf(source)]) await rm(file, { force: true });
  if (json === true) return say(JSON.stringify(manifest));
  const files = manifest.files.map(({ name, bytes }) => [join(folder, name), grouped(bytes)]);
  say(table([['file', 'bytes'], ...files]));
  const applied = view === 'raw' ? '' : ', after the corrections among them';
  const of = fetched.events === manifest.events ? '' : ` of ${grouped(fetched.events)} records${applied}`;
  say(`${grouped(manifest.events)} events${of}, complete up to position ${grouped(manifest.position)}.`);
}

async function requireEmpty(folder: string): Promise<void> {
  const [first] = await readdir(folder);
  if (first === undefined) return;
  throw new CommandFailed(
    `${folder} has files, such as ${first}: name another folder with --out, replace an earlier export with --replace, or go on with an interrupted one with --resume`,
  );
}

function interrupted(): void {
  note('Interrupted: the same command with --resume goes on.');
  process.exitCode = exitCodes.interrupted;
}

function filterOfOptions({ filter, ...options }: ExportCommandOptions): object {
  const named = filterIn(options);
  return filter === undefined ? named : { ...givenFilter(filter), ...named };
}

function instantIn(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new CommandFailed(`--as-of takes an instant such as 2025-01-16T00:00:00Z, not "${text}"`);
  return new Date(text).toISOString();
}
