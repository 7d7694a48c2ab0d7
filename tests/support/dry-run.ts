import { join } from 'node:path';
import { importFiles } from '#shared/client/imports/import-files.ts';
import { type ImportMap, readImportMap } from '#shared/client/imports/import-map.ts';
import { mapFileOf, type SourceName } from '#shared/client/imports/sources.ts';
import { type ImportReport, importReport } from '#shared/client/imports/import-report.ts';

/** The samples of real and made-up rows. */
export const sampleFile = (name: string): string => join(import.meta.dirname, '../imports/samples', name);

/** The report of an import that posts nothing, without its duration. */
export async function dryRun(
  source: SourceName | ImportMap,
  file: string,
  since?: string,
): Promise<Omit<ImportReport, 'seconds' | 'files'>> {
  const map = typeof source === 'string' ? await readImportMap(mapFileOf(source)) : source;
  const { tally } = await importFiles({ files: [file], map, since });
  const run = { map, files: [file], dryRun: true, complete: true, seconds: 0 };
  const { seconds: _seconds, files: _files, ...report } = importReport(tally, run);
  return report;
}
