import { Readable } from 'node:stream';
import type { CommitResult, PostedCommit } from '#shared/client/api-schema.ts';
import { chancery } from '#shared/client/chancery.ts';
import { importFiles } from '#shared/client/imports/import-files.ts';
import { readImportMap } from '#shared/client/imports/import-map.ts';
import { mapFileOf } from '#shared/client/imports/sources.ts';

/**
 * Imports ICEWS rows of so many megabytes, which are made as they are read, into a record that takes everything and
 * keeps nothing.
 */
const megabytes = Number(process.argv[2]);

const columns =
  'Event ID,Event Date,Source Name,Source Sectors,Source Country,Event Text,CAMEO Code,Intensity,Target Name,Target Sectors,Target Country,' +
  'Story ID,Sentence Number,Publisher,City,District,Province,Country,Latitude,Longitude';
const padding = 'A long name '.repeat(330);

function* rows(): Generator<string> {
  yield `${columns.replaceAll(',', '\t')}\n`;
  for (let bytes = 0, number = 1; bytes < megabytes * 1_000_000; number += 1) {
    const day = new Date(Date.UTC(2015, 0, 1 + (number % 1000))).toISOString().slice(0, 10);
    const row =
      `${number}\t${day}\tHead ${number} ${padding}\tGovernment\tBangladesh\tConsult\t040\t1\tMinister\tGovernment\tIndia\t` +
      `${number}\t2\tAgency ${number % 50}\tDhaka\tNA\tNA\tBangladesh\t23.7\t90.4\n`;
    bytes += row.length;
    yield row;
  }
}

const taking: typeof globalThis.fetch = async (input, init) => {
  const { pathname } = new URL(input instanceof Request ? input.url : input);
  if (pathname !== '/events') return Response.json({ items: [], next: null });
  const { commits } = JSON.parse(typeof init?.body === 'string' ? init.body : '{}') as {
    readonly commits: readonly PostedCommit[];
  };
  const results = commits.map(({ stream, events }): CommitResult => {
    const ids = events.map((_, index) => ({ id: `${stream.replace('/', '.')}.${index + 1}`, version: index + 1 }));
    return { stream, version: events.length, events: ids, cursor: 'a-cursor' };
  });
  return Response.json({ results });
};

Object.defineProperty(process, 'stdin', { value: Readable.from(rows(), { objectMode: false }) });
const { tally } = await importFiles({
  files: ['-'],
  map: await readImportMap(mapFileOf('icews')),
  client: chancery({ url: 'http://record.test', fetch: taking }),
});
const { rows: read, recorded, attached } = tally;
process.stdout.write(JSON.stringify({ read, recorded, attached, peakMB: process.resourceUsage().maxRSS / 1024 }));
