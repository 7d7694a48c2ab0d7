import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import { type ColumnSource, fileWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import { harmlessText } from '#shared/harmless-text.ts';
import type { Columns, Kind, Value } from './event-columns.ts';

/** Writes rows to a file, some at a time. */
export interface TableWriter<Row> {
  readonly write: (rows: readonly Row[]) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Writes text to a file, no faster than the disk takes it. */
function textFile(file: string) {
  const out = createWriteStream(file);
  return {
    write: async (text: string): Promise<void> => {
      if (!out.write(text)) await once(out, 'drain');
    },
    end: async (): Promise<void> => {
      out.end();
      await finished(out);
    },
  };
}

/** Writes rows as JSON, a line each. */
export function jsonlWriter<Row>(file: string): TableWriter<Row> {
  const { write, end } = textFile(file);
  return { write: async (rows) => write(rows.map((row) => `${JSON.stringify(row)}\n`).join('')), end };
}

const harmless = (value: Value): Value => (typeof value === 'string' ? harmlessText(value) : value);

/** Writes rows as CSV (RFC 4180) with a row of headings; no text in it is a formula for a spreadsheet. */
export function csvWriter<Row>(file: string, columns: Columns<Row>): TableWriter<Row> {
  const { write, end } = textFile(file);
  const headings = write(stringify([Object.keys(columns)]));
  return {
    write: async (rows) => {
      await headings;
      const cells = rows.map((row) => Object.values(columns).map(({ value }) => harmless(value(row))));
      await write(stringify(cells, { quoted_match: /[\r\n]/ }));
    },
    end: async () => {
      await headings;
      await end();
    },
  };
}

const types: Readonly<Record<Kind, Omit<SchemaElement, 'name'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
  integer: { type: 'INT64', repetition_type: 'OPTIONAL' },
  number: { type: 'DOUBLE', repetition_type: 'OPTIONAL' },
  day: { type: 'INT32', converted_type: 'DATE', repetition_type: 'OPTIONAL' },
  instant: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS', repetition_type: 'OPTIONAL' },
};

/** A value as the type of its column has it. */
function typed(kind: Kind, value: Value): unknown {
  if (value === undefined) return null;
  if (kind === 'integer') return BigInt(value);
  return kind === 'day' || kind === 'instant' ? new Date(value) : value;
}

/** Writes rows as Parquet with typed columns, a row group for each call. */
export function parquetWriter<Row>(file: string, columns: Columns<Row>): TableWriter<Row> {
  const named = Object.entries(columns);
  const schema: SchemaElement[] = [
    { name: 'root', num_children: named.length },
    ...named.map(([name, { kind }]) => ({ name, ...types[kind] })),
  ];
  const writer = new ParquetWriter({ writer: fileWriter(file), schema });
  return {
    write: async (rows) => {
      if (rows.length === 0) return;
      const columnData: ColumnSource[] = named.map(([name, { kind, value }]) => ({
        name,
        data: rows.map((row) => typed(kind, value(row))),
      }));
      await writer.write({ columnData, rowGroupSize: rows.length });
    },
    end: async () => {
      await writer.finish();
    },
  };
}
