import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { systemTiming } from '#shared/clock.ts';
import { importFiles, type ImportState } from '#shared/client/imports/import-files.ts';
import { type ImportMap, readImportMap } from '#shared/client/imports/import-map.ts';
import { importReport } from '#shared/client/imports/import-report.ts';
import { mapFileOf, type SourceName, sources } from '#shared/client/imports/sources.ts';
import { CommandFailed, exitCodes } from './exit-codes.ts';
import { importProgress } from './import-progress.ts';
import { reportTable } from './report-table.ts';
import { addressOf, clientFor, type GlobalOptions } from './session.ts';
import { interruption, note, say } from './terminal.ts';

interface ImportCommandOptions extends GlobalOptions {
  readonly dryRun?: boolean;
  readonly map?: string;
  readonly since?: string;
  readonly resume?: boolean;
  readonly report?: string;
}

/** Records the events of files, or reports what it would record. */
export async function runImport(source: string, files: string[], options: ImportCommandOptions): Promise<void> {
  const map = await mapOf(source, options.map);
  const since = dayIn(options.since);
  const client = options.dryRun === true ? undefined : await clientFor(options);
  const place = client === undefined ? 'nowhere' : await addressOf(options);
  const stateFile = `chancery-import-${map.source}.state.json`;
  const identity = identityOf(map, files, since, place);
  const from = options.resume === true ? await earlier(stateFile, identity) : undefined;
  const began = systemTiming.now();
  const progress = await importProgress(files, options.json === true);
  const signal = interruption();
  signal.addEventListener('abort', () => note('Ends after the rows at hand; Ctrl-C again ends at once.'));
  const state = await importFiles({
    files,
    map,
    client,
    since,
    from,
    signal,
    onProgress: progress.show,
    ...(client && { onPart: async (at) => writeFile(stateFile, JSON.stringify({ identity, ...at })) }),
  }).finally(progress.stop);
  const complete = state.file >= files.length;
  const seconds = (systemTiming.now() - began) / 1000;
  const report = importReport(state.tally, { map, files, dryRun: client === undefined, complete, seconds });
  const file = options.report ?? `chancery-import-${map.source}.json`;
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
  say(options.json === true ? JSON.stringify(report) : reportTable(report));
  note(`The report is in ${file}.`);
  if (!complete) {
    note('Interrupted: the same command with --resume goes on.');
    process.exitCode = exitCodes.interrupted;
    return;
  }
  await rm(stateFile, { force: true });
  if (report.refused.length > 0) process.exitCode = exitCodes.incomplete;
}

async function mapOf(source: string, file: string | undefined): Promise<ImportMap> {
  if (file !== undefined) return readImportMap(resolve(file));
  if (source === 'csv')
    throw new CommandFailed(
      'csv needs a map of your own: --map map.yaml (shared/client/imports/csv/example.yaml is one)',
    );
  if (!isSource(source))
    throw new CommandFailed(`There is no source "${source}": expected ${sources.join(', ')} or csv`);
  return readImportMap(mapFileOf(source));
}

const isSource = (name: string): name is SourceName => (sources as readonly string[]).includes(name);

function dayIn(text: string | undefined): string | undefined {
  if (text === undefined || /^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  throw new CommandFailed(`--since takes a day such as 2024-08-05, not "${text}"`);
}

/** What must be the same for an import to go on: the map, the files, and where it records. */
const identityOf = (map: ImportMap, files: readonly string[], since: string | undefined, place: string): string =>
  createHash('sha256')
    .update(JSON.stringify([map, files.map((file) => resolve(file)), since, place]))
    .digest('base64url');

async function earlier(file: string, identity: string): Promise<ImportState> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new CommandFailed(`There is no interrupted import here: ${file} does not exist`);
  const { identity: known, ...state } = JSON.parse(text) as ImportState & { readonly identity: string };
  if (known === identity) return state;
  throw new CommandFailed(`${file} is of an import with other files, another map, --since or address`);
}
