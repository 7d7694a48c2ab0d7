import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { systemTiming } from '#shared/clock.ts';
import { importFiles } from '#shared/client/imports/import-files.ts';
import { type ImportMap, readImportMap } from '#shared/client/imports/import-map.ts';
import { importReport } from '#shared/client/imports/import-report.ts';
import { mapFileOf, type SourceName, sources } from '#shared/client/imports/sources.ts';
import { CommandFailed, exitCodes } from './exit-codes.ts';
import { importProgress } from './import-progress.ts';
import { importReader } from './import-reader.ts';
import { keptImport } from './kept-import.ts';
import { reportMarkdown, reportTable } from './report-table.ts';
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
  const dryRun = options.dryRun === true;
  if (dryRun && options.resume === true) throw new CommandFailed('--dry-run posts nothing to resume');
  const target = dryRun ? await importReader(options) : { client: await clientFor(options) };
  const kept = keptImport(map, { files, since, place: await addressOf(options) });
  const from = options.resume === true ? await kept.read() : undefined;
  if (!dryRun && from === undefined && (await kept.exists()))
    note('An import of these files was interrupted here; --resume would go on with it. This one begins anew.');
  const began = systemTiming.now();
  const progress = await importProgress(files, options.json === true, {
    rowsBefore: from?.tally.rows ?? 0,
    dryRun,
  });
  const signal = interruption();
  signal.addEventListener('abort', () => note('Ends after the calls under way; Ctrl-C again ends at once.'));
  const run = await importFiles({
    files,
    map,
    ...target,
    since,
    from,
    signal,
    onProgress: progress.show,
    ...(!dryRun && { onState: kept.keep }),
  })
    .catch((error: unknown) => {
      if (!dryRun) note(goOn);
      throw error;
    })
    .finally(progress.stop);
  const { tally, complete } = run;
  const seconds = (systemTiming.now() - began) / 1000;
  const unread = 'unread' in target ? target.unread : undefined;
  const report = importReport(tally, { map, files, dryRun, unread, complete, seconds });
  const file = options.report ?? `chancery-import-${map.source}.json`;
  const tables = tableFileOf(file);
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
  await writeFile(tables, reportMarkdown(report));
  say(options.json === true ? JSON.stringify(report) : reportTable(report));
  note(`The report is in ${file}, and as tables in ${tables}.`);
  if (!complete) {
    note(dryRun ? 'Interrupted.' : `Interrupted. ${goOn}`);
    process.exitCode = exitCodes.interrupted;
    return;
  }
  if (!dryRun) await kept.forget();
  if (report.refused.length > 0) process.exitCode = exitCodes.incomplete;
}

const goOn = 'The same command with --resume goes on, and records nothing twice.';

/** The tables stand next to the report. */
const tableFileOf = (report: string): string => `${report.replace(/\.json$/, '')}.md`;

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
