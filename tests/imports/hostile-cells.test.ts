import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { count, type RowCount } from '#shared/client/imports/import-tally.ts';
import { dryRun } from '#tests/support/dry-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'chancery-cells-'));
afterAll(() => rmSync(folder, { recursive: true }));

const columns = ['Event ID', 'Event Date', 'Source Country', 'Target Country', 'CAMEO Code', 'Source Sectors'];

/** Imports rows of ICEWS, of which each names what it has instead of the usual. */
async function reportOf(...rows: readonly Readonly<Record<string, string>>[]) {
  const usual = { 'Event Date': '2018-06-01', 'Source Country': 'Bangladesh', 'Target Country': 'Vietnam' };
  const lines = rows.map((row, index) => {
    const values: Readonly<Record<string, string>> = { 'Event ID': `${index}`, 'CAMEO Code': '040', ...usual, ...row };
    return columns.map((column) => values[column] ?? '').join('\t');
  });
  const file = join(folder, 'rows.tab');
  writeFileSync(file, [columns.join('\t'), ...lines, ''].join('\n'));
  return dryRun('icews', file);
}

describe('a row whose cells are not what they should be', () => {
  it('is skipped for a date that does not exist, and the others are taken', async () => {
    const report = await reportOf({}, { 'Event Date': '2018-06-31' }, { 'Event Date': '2018-13-01' }, {});
    expect(report.mapped).toBe(2);
    expect(report.skipped).toMatchObject([{ reason: 'no-date', rows: 2, first: ['2', '3'] }]);
  });

  it.each(['constructor', 'toString', '__proto__'])('is skipped for an actor named %s, who is listed', async (name) => {
    const report = await reportOf({ 'Source Country': name }, {});
    expect(report.mapped).toBe(1);
    expect(JSON.stringify(report.unknownActors)).toContain(name);
  });

  it.each(['constructor', '__proto__'])(
    'is skipped for a code named %s, and taken with such a sector',
    async (name) => {
      const report = await reportOf({ 'CAMEO Code': name }, { 'Source Sectors': name });
      expect(report.mapped).toBe(1);
      expect(JSON.stringify(report.unknownCodes)).toContain(name);
    },
  );
});

describe('a file that is none', () => {
  const refusal = async (name: string, content: string | Buffer) => {
    writeFileSync(join(folder, name), content);
    return dryRun('icews', join(folder, name)).catch((error: unknown) => error);
  };
  const headings = `${columns.join('\t')}\n`;

  it.each([
    [
      'has a row that never ends',
      'long.tab',
      `${headings}1\t"${'x'.repeat(132_000)}`,
      'line 2: expected at most 131072 bytes',
    ],
    [
      'has more cells in a row than a row may have bytes',
      'wide.tab',
      `${headings}${'1\t'.repeat(132_000)}\n`,
      'line 2: expected at most',
    ],
    ['is not packed, though its name says so', 'plain.tab.gz', `${headings}1\t`, 'line 1: incorrect header check'],
  ])('is refused in one line when it %s', async (_what, name, content, message) => {
    expect(await refusal(name, content)).toMatchObject({
      name: 'FileUnreadable',
      message: expect.stringContaining(`${name}, ${message}`) as string,
    });
  });

  it('is refused in one line when it is a folder', async () => {
    expect(await dryRun('icews', folder).catch((error: unknown) => error)).toMatchObject({
      name: 'FileUnreadable',
      message: expect.stringContaining(`${folder}, line 1: EISDIR`) as string,
    });
  });
});

describe('names that are counted', () => {
  it('are 2000 at most: the rows of all others are counted together', () => {
    const counts: Record<string, RowCount> = {};
    for (let row = 0; row < 2105; row += 1) count(counts, `name ${row}`, String(row));
    expect(Object.keys(counts)).toHaveLength(2001);
    expect(counts.others).toEqual({ rows: 105, first: ['2000', '2001', '2002'] });
  });
});
