import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalCloud, startLocalCloud } from '#infra/local/cloud/local-cloud.ts';
import { type Chancery, chancery } from '#shared/client/chancery.ts';
import { daysLater } from '#shared/domain/dates/calendar.ts';
import { importFiles } from '#shared/client/imports/import-files.ts';
import { readImportMap } from '#shared/client/imports/import-map.ts';
import { mapFileOf } from '#shared/client/imports/sources.ts';
import { sampleFile } from '#tests/support/dry-run.ts';
import { figure } from './figure.ts';
import type { Part } from './part.ts';

const sampleRows = 170;
/** Copies of the sample's rows, each of other days. */
const copies = { quick: 6, full: 30 };
/** Days between a copy and the next: the sample's rows are of two days. */
const daysApart = 3;

/** Imports rows of ICEWS into the local cloud, from the file to the read models. */
export const importing: Part = {
  name: 'import',
  how:
    `The whole local cloud over HTTP: an import of the ${sampleRows} rows of the ICEWS sample, ${copies.full} times of other days, from the file ` +
    'until the read models have its last event. The lag is from the response to the last commit to then; the memory is that of this process, which the ' +
    'whole cloud runs in, but for the database.',
  measure: async ({ quick }) => {
    const folder = await mkdtemp(join(tmpdir(), 'chancery-import-'));
    const cloud = await startLocalCloud({ data: 'memory' });
    try {
      const file = join(folder, 'icews.tab');
      await writeFile(file, await multiplied(quick ? copies.quick : copies.full));
      const { rows, recorded, seconds, lag } = await importInto(cloud, file);
      return [
        figure('rows read', 'rows per s', rows / seconds),
        figure('events recorded', 'events per s', recorded / seconds, { atLeast: 60 }),
        figure('lag of the read models at the end', 's', lag, { atMost: 30 }),
        figure('memory at the most', 'MB', process.resourceUsage().maxRSS / 1024),
      ];
    } finally {
      await cloud.stop();
      await rm(folder, { recursive: true });
    }
  },
};

/** Repeats the sample's rows, each time with other ids and other days. */
async function multiplied(times: number): Promise<string> {
  const [headings = '', ...rows] = (await readFile(sampleFile('icews.tab'), 'utf8')).trimEnd().split('\n');
  const copy = (index: number): string[] =>
    rows.map((row) => {
      const [id, date = '', ...cells] = row.split('\t');
      return [`${id}${String(index).padStart(3, '0')}`, daysLater(date, -index * daysApart), ...cells].join('\t');
    });
  return [headings, ...Array.from({ length: times }, (_, index) => copy(index)).flat(), ''].join('\n');
}

async function importInto(cloud: LocalCloud, file: string) {
  const client = chancery({ url: cloud.url, credentials: { clientId: 'local', clientSecret: 'local' } });
  const began = performance.now();
  let acknowledged = began;
  const timed: Chancery = {
    ...client,
    appendCommits: async (...commits) => {
      const results = await client.appendCommits(...commits);
      acknowledged = performance.now();
      return results;
    },
  };
  const { tally } = await importFiles({ files: [file], map: await readImportMap(mapFileOf('icews')), client: timed });
  const ended = performance.now();
  if (Object.keys(tally.refused).length > 0) throw new Error(`Refused: ${JSON.stringify(tally.refused)}`);
  return { ...tally, seconds: (ended - began) / 1000, lag: (ended - acknowledged) / 1000 };
}
