import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, expect, it } from 'vitest';
import type { Columns } from '#shared/client/exports/event-columns.ts';
import { csvWriter } from '#shared/client/exports/table-writer.ts';

const folder = mkdtempSync(join(tmpdir(), 'chancery-csv-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Row {
  readonly text: string | undefined;
  readonly score: number;
}
const columns: Columns<Row> = {
  text: { kind: 'text', value: ({ text }) => text },
  score: { kind: 'number', value: ({ score }) => score },
};

it('an exported table in CSV has every text, breaks and all, but none that a spreadsheet would run', async () => {
  const file = join(folder, 'table.csv');
  const writer = csvWriter(file, columns);
  const plain = ['said "so", then', 'left\nat once', 'left\rat once', 'left\r\nat once', 'a=1', undefined];
  const formulas = ['=HYPERLINK("https://evil.example")', ' =1', '\u00a0+1', '-1', '@SUM(A1)', '＝1', '\t=1'];
  await writer.write([...plain, ...formulas].map((text) => ({ text, score: -2.5 })));
  await writer.end();
  const [, ...rows] = Papa.parse<string[]>(readFileSync(file, 'utf8'), { newline: '\n', skipEmptyLines: true }).data;
  expect(rows).toEqual([...plain.map((text = '') => [text, '-2.5']), ...formulas.map((text) => [`'${text}`, '-2.5'])]);
});
