import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, commandLine } from '#infra/local/cli/command-line.ts';
import { type DynamoDbLocal, startDynamoDbLocal } from '#infra/local/cloud/dynamodb/dynamodb-local.ts';
import { Refusal } from '#infra/local/refusal.ts';
import { appends } from './appends.ts';
import { appendLatency } from './append-latency.ts';
import { capacity } from './capacity.ts';
import { coldStart } from './cold-start.ts';
import { explorer } from './explorer.ts';
import { importing } from './importing.ts';
import { lag } from './lag.ts';
import { localEndpoint } from './local-endpoint.ts';
import { matching } from './matching.ts';
import type { Part } from './part.ts';
import { replay } from './replay.ts';
import { asJson, asTable, type Measured, summary } from './report.ts';
import { sequencing } from './sequencing.ts';

const parts: readonly Part[] = [
  appends,
  appendLatency,
  capacity,
  lag,
  sequencing,
  replay,
  matching,
  localEndpoint,
  coldStart,
  importing,
  explorer,
];

const help = `Measures Chancery on DynamoDB Local and holds the figures against their targets.

npm run bench -- [--only ${parts.map(({ name }) => name).join('|')}] [--quick] [--json]

  --only   one part
  --quick  fewer rounds of less work: rough figures
  --json   the same figures as JSON, and nothing else on standard output
`;

await command(async () => {
  const flags = commandLine({
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  });
  if (flags.help) {
    process.stdout.write(help);
    return;
  }
  const chosen = parts.filter(({ name }) => flags.only === undefined || flags.only === name);
  if (chosen.length === 0) throw new Refusal(`There is no part "${flags.only}" (--help lists them)`);

  const measured: Measured[] = [];
  for (const part of chosen) {
    process.stderr.write(`measuring ${part.name} …\n`);
    const done = await measuredPart(part, flags.quick);
    measured.push(done);
    if (!flags.json) process.stdout.write(`\n${asTable(done)}\n\n`);
  }
  process.stdout.write(flags.json ? `${asJson(measured)}\n` : `${summary(measured)}\n`);
});

async function measuredPart(part: Part, quick: boolean): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'chancery-bench-'));
  const started: DynamoDbLocal[] = [];
  const startDatabase = async (): Promise<string> => {
    const database = await startDynamoDbLocal({ logFile: join(folder, 'dynamodb.log') });
    started.push(database);
    return database.endpoint;
  };
  const began = performance.now();
  try {
    const figures = await part.measure({ startDatabase, quick });
    return { part, figures, seconds: Math.round((performance.now() - began) / 1000) };
  } finally {
    await Promise.all(started.map(async (database) => database.stop()));
    await rm(folder, { recursive: true });
  }
}
