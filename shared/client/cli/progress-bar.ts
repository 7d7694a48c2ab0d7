import { SingleBar } from 'cli-progress';
import { systemTiming } from '#shared/clock.ts';
import { grouped, note } from './terminal.ts';

export interface ProgressBar {
  /** Shows how much is done, and a line about it. */
  readonly update: (done: number, line: string) => void;
  /** Says how many a second so many are since the bar began. */
  readonly perSecond: (count: number) => string;
  readonly stop: () => void;
}

/** Milliseconds from one line to the next, where there is no terminal. */
const betweenLinesMs = 1000;

/** Shows long work on standard error: on a terminal as a bar with the time left, elsewhere as a line now and then. */
export function progressBar(total: number, quiet: boolean): ProgressBar {
  const began = systemTiming.now();
  const perSecond = (count: number): string =>
    grouped(Math.round((count * 1000) / Math.max(systemTiming.now() - began, 1)));
  const stop = (): void => undefined;
  if (quiet) return { update: () => undefined, perSecond, stop };
  if (!process.stderr.isTTY || total === 0) return { ...noteLines(total), perSecond };
  const bar = new SingleBar({ format: '{bar} {percentage} % | {line} | {eta_formatted} left', stream: process.stderr });
  bar.start(total, 0, { line: '' });
  return { update: (done, line) => bar.update(Math.min(done, total), { line }), perSecond, stop: () => bar.stop() };
}

/** Notes the first line, then one a second, and the last. */
function noteLines(total: number): Pick<ProgressBar, 'update' | 'stop'> {
  let noted = -Infinity;
  let [last, left]: (string | undefined)[] = [];
  return {
    update: (done, line) => {
      const now = systemTiming.now();
      if (line === last) return;
      left = line;
      if (now - noted < betweenLinesMs && (done < total || total === 0)) return;
      note(line);
      [noted, last, left] = [now, line, undefined];
    },
    stop: () => {
      if (left !== undefined) note(left);
    },
  };
}
