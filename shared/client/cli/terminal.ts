import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Writes results to standard output: for people on a terminal in colour, elsewhere plain. */
export const say = (text = ''): void => void process.stdout.write(`${text}\n`);

/** Writes what is no result, such as progress, to standard error. */
export const note = (text: string): void => void process.stderr.write(`${text}\n`);

/** A text in a colour, where standard output shows colours. */
export const styled = (style: Style, text: string): string =>
  styleText(style, text, { stream: process.stdout, validateStream: true });

/** Cells in columns, the first row as headings; the last column is as wide as it is. */
export function table(rows: readonly (readonly string[])[]): string {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(width(column))))
      .join('  ')
      .trimEnd();
  return rows.map((row, index) => (index === 0 ? styled('dim', line(row)) : line(row))).join('\n');
}

/** A number with its thousands apart. */
export const grouped = (value: number): string => value.toLocaleString('en').replaceAll(',', ' ');

/** Ends when the process is asked to (Ctrl-C, SIGTERM): the first time the signal says so, the second time at once. */
export function interruption(): AbortSignal {
  const asked = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (asked.signal.aborted) process.exit(130);
      asked.abort();
    });
  }
  return asked.signal;
}
