import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type Cell, type Columns, csv } from '#shared/api/protocol/csv.ts';
import { anyCharacter } from '#tests/support/hostile-input.ts';

/** Texts with what CSV, spreadsheets and their readers treat in a way of its own, among any others. */
// prettier-ignore
const trap = fc.constantFrom(
  '"', "'", ',', ';', '\n', '\r', '\r\n', '\t', ' ', '=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '\u00a0',
  '\u200b', '\u202e', '\ufeff', '\u0000', '\u2028', 'a', '1', 'é',
);
const text = fc.oneof(fc.string({ unit: trap }), fc.string({ unit: anyCharacter }), fc.string({ unit: 'grapheme' }));
const cell: fc.Arbitrary<Cell> = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean());
const row = fc.record({ one: cell, two: fc.option(text, { nil: undefined }), three: fc.option(cell) });
type Row = typeof row extends fc.Arbitrary<infer Value> ? Value : never;

const columns: Columns<Row> = { one: ({ one }) => one, two: ({ two }) => two, three: ({ three }) => three };

const read = (body: string): string[][] =>
  Papa.parse<string[]>(body, { delimiter: ',', newline: '\r\n', skipEmptyLines: false }).data.slice(0, -1);

/** A cell as it comes back: a text may have an apostrophe before it. */
const asText = (value: Cell): string => (value === null || value === undefined ? '' : String(value));

describe('CSV', () => {
  it('comes back from a reader of another make as the same rows and cells', () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const [headings, ...cells] = read(csv(rows, columns));
        expect(headings).toEqual(['one', 'two', 'three']);
        expect(cells).toHaveLength(rows.length);
        for (const [index, found] of cells.entries()) {
          const given = Object.values(columns).map((value) =>
            asText(value(rows[index] ?? { one: '', two: '', three: '' })),
          );
          expect(found).toEqual(given.map((value, column) => (found[column] === `'${value}` ? `'${value}` : value)));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('has no text that a spreadsheet would run, and changes no other', () => {
    const formula = /^[\s\p{C}\p{Z}]*[=+\-@＝＋－＠]/u;
    fc.assert(
      fc.property(text, (one) => {
        const [, [found = ''] = []] = read(csv([{ one, two: '', three: null }], columns));
        expect(found).not.toMatch(formula);
        const isPlain = /^[\p{L}\p{N} ,"]*$/u.test(one);
        expect(isPlain ? found : one).toBe(one);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['=1+1', ' =1', '\u00a0+1', '\u200b-1', '\r\n@SUM(A1)', '\ufeff=1', '＝1+1', '＠x', '\t=1', '\tx', '\nx'])(
    'puts an apostrophe before %j',
    (one) => {
      expect(read(csv([{ one, two: '', three: null }], columns))[1]).toEqual([`'${one}`, '', '']);
    },
  );

  it('leaves numbers alone and quotes every text', () => {
    expect(csv([{ one: -10, two: 'a', three: true }], columns)).toBe('one,two,three\r\n-10,"a",true\r\n');
  });
});
