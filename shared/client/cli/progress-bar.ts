import { SingleBar } from 'cli-progress';
import { note } from './terminal.ts';

export interface ProgressBar {
  /** Shows how much is done, and a line about it. */
  readonly update: (done: number, line: string) => void;
  readonly stop: () => void;
}

/** Shows long work on standard error: on a terminal as a bar with the time left, elsewhere as a line for each part. */
export function progressBar(total: number, quiet: boolean): ProgressBar {
  const stop = (): void => undefined;
  if (quiet) return { update: () => undefined, stop };
  if (!process.stderr.isTTY || total === 0) return { update: (_, line) => note(line), stop };
  const bar = new SingleBar({ format: '{bar} {percentage} % | {line} | {eta_formatted} left', stream: process.stderr });
  bar.start(total, 0, { line: '' });
  return { update: (done, line) => bar.update(Math.min(done, total), { line }), stop: () => bar.stop() };
}
