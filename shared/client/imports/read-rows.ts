import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import type { ImportMap } from './import-map.ts';

/** A row of a file, by column. */
export interface Row {
  /** Counted from 1, without the headings. */
  readonly number: number;
  readonly values: Readonly<Record<string, string>>;
  /** Why the row cannot be read. */
  readonly malformed?: string;
}

/** A file that is not what its map says. */
export class FileUnreadable extends Error {
  override readonly name = 'FileUnreadable';
}

const separators = { tab: '\t', comma: ',', semicolon: ';' } as const;

/** Bytes of one row at most: a file without line breaks is no reason to fill the memory. */
const maxRowBytes = 128 * 1024;

/**
 * Reads the rows of a file (`-`: standard input; `.gz`: compressed), one after the other, in constant memory. Throws
 * `FileUnreadable`, and what the file system says of a file that cannot be opened.
 */
export async function* readRows(
  file: string,
  { file: shape }: Pick<ImportMap, 'file'>,
  needed: readonly string[],
  onBytes: (count: number) => void = () => undefined,
): AsyncGenerator<Row> {
  const parser = parse({
    delimiter: separators[shape.separator],
    quote: shape.quoted ? '"' : false,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    bom: true,
    max_record_size: maxRowBytes,
  });
  const source = bytesOf(file, onBytes);
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  const empty = new Set(shape.empty);
  let columns = shape.columns;
  let number = 0;
  if (columns !== undefined) requireColumns(file, columns, needed);
  for await (const cells of cellsOf(parser, file)) {
    if (columns === undefined) {
      columns = cells.map((cell) => cell.trim());
      requireColumns(file, columns, needed);
      continue;
    }
    number += 1;
    const values: Record<string, string> = {};
    for (const [index, column] of columns.entries()) {
      const cell = cells[index]?.trim() ?? '';
      if (!empty.has(cell)) values[column] = cell;
    }
    const counted = `expected ${columns.length} columns, got ${cells.length}`;
    const fits = cells.length <= columns.length && cells.length >= (shape.atLeast ?? columns.length);
    yield { number, values, ...(!fits && { malformed: counted }) };
  }
}

/** Yields what a parser reads of a file; what neither it nor the packing of the file allows is `FileUnreadable`. */
async function* cellsOf(parser: AsyncIterable<string[]>, file: string): AsyncGenerator<string[]> {
  let rows = 0;
  try {
    for await (const cells of parser) {
      rows += 1;
      yield cells;
    }
  } catch (error) {
    if (!(error instanceof Error) || 'path' in error) throw error;
    const isLong = 'code' in error && error.code === 'CSV_MAX_RECORD_SIZE';
    const reason = isLong
      ? `expected at most ${maxRowBytes} bytes: is the quoting that of another source?`
      : error.message;
    throw new FileUnreadable(`${file}, line ${rows + 1}: ${reason}`);
  }
}

function bytesOf(file: string, onBytes: (count: number) => void): Readable {
  if (file === '-') return process.stdin;
  const bytes = createReadStream(file);
  bytes.on('data', (chunk) => onBytes(chunk.length));
  if (!file.endsWith('.gz')) return bytes;
  const unpacked = createGunzip();
  bytes.on('error', (error) => unpacked.destroy(error));
  return bytes.pipe(unpacked);
}

/** Names and characters of each that an error shows at most. */
const [namesShown, charactersShown] = [5, 24];

function beginningOf(names: readonly string[]): string {
  const shown = names.slice(0, namesShown).map((name) => Array.from(name).slice(0, charactersShown).join(''));
  const more = names.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function requireColumns(file: string, columns: readonly string[], needed: readonly string[]): void {
  const missing = needed.filter((column) => !columns.includes(column));
  if (missing.length === 0) return;
  throw new FileUnreadable(
    `${file} has no column ${beginningOf(missing)}: is it a file of another source? Its first row is ${beginningOf(columns)}`,
  );
}
