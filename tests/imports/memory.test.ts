import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const script = join(import.meta.dirname, '../support/import-many-rows.ts');

it('imports 60 MB of rows with 40 MB for its objects', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--max-old-space-size=40', script, '60']);
  const { read, recorded, attached, peakMB } = JSON.parse(stdout) as Readonly<Record<string, number>>;
  expect(read).toBeGreaterThan(14_000);
  expect(recorded).toBe(1000);
  expect(attached).toBeGreaterThan(9000);
  expect(peakMB).toBeLessThan(400); // with Node itself, its code, and what is read from the file
});
