import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalCloud, startLocalCloud } from '#infra/local/cloud/local-cloud.ts';
import { type Chancery, chancery } from '#shared/client/chancery.ts';
import { importFiles } from '#shared/client/imports/import-files.ts';
import { mapFileOf, readImportMap } from '#shared/client/imports/import-map.ts';
import { sampleFile } from '#tests/support/dry-run.ts';
import { figure } from './figure.ts';
import type { Part } from './part.ts';

const sampleRows = 170;
/** Copies of the sample's rows, each of another year. */
const copies = { quick: 6, full: 30 };

/** Imports rows of ICEWS into the local cloud, from the file to the read models. */
export const importing: Part = {
  name: 'import',
  how:
    `The whole local cloud over HTTP: an import of the ${sampleRows} rows of the ICEWS sample, ${copies.full} times with another year, from the file ` +
    'until the read models have its last event. The lag is from the response to the last commit to then.',
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
      ];
    } finally {
      await cloud.stop();
      await rm(folder, { recursive: true });
    }
  },
};

/** Repeats the sample's rows, each time with other ids and another year. */
async function multiplied(times: number): Promise<string> {
  const [headings = '', ...rows] = (await readFile(sampleFile('icews.tab'), 'utf8')).trimEnd().split('\n');
  const copy = (index: number): string[] =>
    rows.map((row) => {
      const [id, date = '', ...cells] = row.split('\t');
      return [`${id}${String(index).padStart(3, '0')}`, date.replace(/^\d{4}/, String(2018 - index)), ...cells].join(
        '\t',
      );
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
