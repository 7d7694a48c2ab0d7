import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { projectFolders } from '#infra/bundling/bundle-folders.ts';
import { bundleFunctions } from '#infra/bundling/bundle.ts';
import { coldStart as bundling } from '#infra/bundling/cold-start.ts';
import type { Environment } from '#shared/environment.ts';
import { figure } from './figure.ts';
import type { Part } from './part.ts';
import { interleaved } from './rounds.ts';
import { median } from './statistics.ts';

const run = promisify(execFile);

const environment: Record<keyof Environment, string> = {
  LEDGER_TABLE: 'ledger',
  DECISIONS_TABLE: 'decisions',
  FEED_TABLE: 'feed',
  SEQUENCE_QUEUE_URL: 'https://sqs.eu-west-1.amazonaws.com/000000000000/sequence.fifo',
  QUARANTINE_TABLE: 'Quarantine',
  CHECKPOINTS_TABLE: 'checkpoints',
  READ_MODELS_TABLE: 'read-models',
  BUS_NAME: 'bus',
  CURSOR_KEYS_SECRET: 'arn:aws:secretsmanager:eu-west-1:000000000000:secret:cursors',
  SUBSCRIPTIONS_TABLE: 'subscriptions',
  SUBSCRIPTION_TERMS_TABLE: 'subscription-terms',
  DELIVERY_QUEUE_URL: 'https://sqs.eu-west-1.amazonaws.com/000000000000/wake.fifo',
  SEALING_KEYS_SECRET: 'arn:aws:secretsmanager:eu-west-1:000000000000:secret:sealing',
  WEBHOOK_HOSTS: 'any',
  WEBHOOK_LOOPBACK: 'refused',
  CONNECTIONS_TABLE: 'connections',
  SOCKET_TERMS_TABLE: 'socket-terms',
  PUSH_QUEUE_URL: 'http://127.0.0.1/queue',
  SOCKETS_URL: 'http://127.0.0.1/live',
  SOCKET_URL: 'wss://127.0.0.1/live',
  TOKEN_ISSUER: 'http://127.0.0.1',
  TOKEN_KEYS_URL: 'http://127.0.0.1/.well-known/jwks.json',
  CLIENTS: '[]',
  GROUPS: '{}',
  SIGN_IN_URL: 'https://sign-in.example',
  EXPLORER_CLIENT: 'explorer',
  HEADS_BUCKET: '-',
};

/** What Lambda itself sets. */
const lambda = {
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_LAMBDA_FUNCTION_NAME: 'benchmark',
  POWERTOOLS_SERVICE_NAME: 'benchmark',
  POWERTOOLS_METRICS_NAMESPACE: 'Chancery',
};

/** What a handler costs at least: a client of DynamoDB, made as the functions make it, and nothing else. */
const bare = 'a bare handler with a DynamoDB client';
const bareHandler = `
import { dynamoDBClient } from '#shared/dynamodb/client.ts';
const client = dynamoDBClient();
export const handler = async () => client.config.region();
`;

/** `query` holds every read model; the others are to start like a bare handler, or nearly. */
const limits = (name: string) => (name === 'query' ? { kilobytes: 600, times: 2 } : { kilobytes: 450, times: 1.6 });

/** Size and start of every function as it is bundled for Lambda. */
export const coldStart: Part = {
  name: 'cold-start',
  how: 'Bundle of each function (1 KB = 1 000 bytes), and the CPU time of its import in a fresh process, of which Lambda gives a small function a fraction, as a multiple of that of a bare handler with a DynamoDB client, bundled alike: all in turn, medians.',
  measure: async ({ quick }) => {
    const bundles = await mkdtemp(join(tmpdir(), 'chancery-bundles-'));
    try {
      const sizes = await bundleFunctions({ ...projectFolders, bundles });
      const modules = Object.keys(sizes).map((name) => [name, join(bundles, name, 'index.mjs')] as const);
      const variants: Record<string, () => Promise<number>> = {
        [bare]: await bareImport(join(bundles, 'bare.mjs')),
        ...Object.fromEntries(modules.map(([name, path]) => [name, async () => importMs(path)])),
      };
      const { [bare]: base = [], ...functions } = await interleaved(quick ? 5 : 15, variants);
      return [
        ...Object.entries(sizes).map(([name, bytes]) =>
          figure(name, 'KB', bytes / 1000, { atMost: limits(name).kilobytes }),
        ),
        figure(bare, 'ms', median(base)),
        ...Object.entries(functions).map(([name, times]) =>
          figure(name, '× bare', median(times) / median(base), { atMost: limits(name).times }),
        ),
      ];
    } finally {
      await rm(bundles, { recursive: true });
    }
  },
};

async function bareImport(outfile: string): Promise<() => Promise<number>> {
  const stdin = { contents: bareHandler, resolveDir: join(import.meta.dirname, '../..') };
  await build({ ...bundling, stdin, outfile });
  return async () => importMs(outfile);
}

/** Milliseconds of CPU that a module's import takes, as the process itself measures them. */
async function importMs(path: string): Promise<number> {
  const source = `const before = process.cpuUsage(); await import(${JSON.stringify(pathToFileURL(path).href)}); const { user, system } = process.cpuUsage(before); console.log((user + system) / 1000);`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', source], {
    env: { ...environment, ...lambda },
  });
  return Number(stdout);
}
