import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { removeEarlierExport } from '#shared/client/exports/remove-earlier-export.ts';

/** What is left of a folder with files after the export that its manifest lists is removed. */
async function leftOf(listed: readonly string[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-export-'));
  const manifest = JSON.stringify({ files: listed.map((name) => ({ name })) });
  for (const name of ['events.csv', 'participants.csv', 'main.js']) writeFileSync(join(folder, name), '');
  writeFileSync(join(folder, 'manifest.json'), manifest);
  await removeEarlierExport(folder);
  return readdirSync(folder).toSorted();
}

it('removes the manifest of an export and the files that it lists', async () => {
  expect(await leftOf(['events.csv', 'participants.csv'])).toEqual(['main.js']);
});

it.each(['main.js', '..', ''])(
  'leaves all files where the manifest is of another program, and lists "%s"',
  async (name) => {
    expect(await leftOf(['events.csv', name])).toEqual(['events.csv', 'main.js', 'manifest.json', 'participants.csv']);
  },
);
