import { stat } from 'node:fs/promises';
import { systemTiming } from '#shared/clock.ts';
import { SingleBar } from 'cli-progress';
import type { ImportProgress } from '#shared/client/imports/import-files.ts';
import { grouped, note } from './terminal.ts';

export interface Progress {
  readonly show: (progress: ImportProgress) => void;
  readonly stop: () => void;
}

/** Shows how an import comes along: on a terminal as a bar with rate and time left, elsewhere a line for each part. */
export async function importProgress(files: readonly string[], quiet: boolean): Promise<Progress> {
  const sizes = new Map<string, number>();
  for (const file of files) if (file !== '-') sizes.set(file, (await stat(file)).size);
  if (quiet) return { show: () => undefined, stop: () => undefined };
  const began = systemTiming.now();
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const line = ({ tally }: ImportProgress): string => {
    const rate = Math.round(tally.rows / ((systemTiming.now() - began) / 1000));
    return `${grouped(tally.rows)} rows, ${grouped(tally.recorded)} events recorded, ${grouped(rate)} rows/s`;
  };
  if (!process.stderr.isTTY || total === 0) return { show: (progress) => note(line(progress)), stop: () => undefined };
  const bar = new SingleBar({ format: '{bar} {percentage} % | {line} | {eta_formatted} left', stream: process.stderr });
  const done = new Map<string, number>();
  bar.start(total, 0, { line: '' });
  return {
    show: (progress) => {
      done.set(progress.file, Math.min(progress.bytes, sizes.get(progress.file) ?? 0));
      bar.update(
        [...done.values()].reduce((sum, bytes) => sum + bytes, 0),
        { line: line(progress) },
      );
    },
    stop: () => bar.stop(),
  };
}
