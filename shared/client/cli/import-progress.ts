import { stat } from 'node:fs/promises';
import type { ImportProgress } from '#shared/client/imports/import-files.ts';
import { progressBar } from './progress-bar.ts';
import { grouped } from './terminal.ts';

export interface Progress {
  readonly show: (progress: ImportProgress) => void;
  readonly stop: () => void;
}

/**
 * Shows how an import comes along by the bytes that are read of its files; `rowsBefore` were dealt with by a run
 * before.
 */
export async function importProgress(
  files: readonly string[],
  quiet: boolean,
  { rowsBefore = 0, dryRun = false } = {},
): Promise<Progress> {
  const sizes = new Map<string, number>();
  for (const file of files) if (file !== '-') sizes.set(file, (await stat(file)).size);
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const done = new Map<string, number>();
  const { update, perSecond, stop } = progressBar(total, quiet);
  return {
    show: ({ file, bytes, tally }) => {
      done.set(file, Math.min(bytes, sizes.get(file) ?? 0));
      const events = `${grouped(tally.recorded)} events ${dryRun ? 'to record' : 'recorded'}`;
      const line = `${grouped(tally.rows)} rows, ${events}, ${perSecond(tally.rows - rowsBefore)} rows/s`;
      update(
        [...done.values()].reduce((sum, count) => sum + count, 0),
        line,
      );
    },
    stop,
  };
}
