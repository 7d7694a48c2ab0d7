import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { bundleFunctions, projectFolders } from '#infra/bundling/bundle.ts';
import type { Environment } from '#shared/environment.ts';
import { figure } from './figure.ts';
import type { Part } from './part.ts';
import { interleaved } from './rounds.ts';
import { median } from './statistics.ts';

const run = promisify(execFile);

const told: Record<keyof Environment, string> = {
  LEDGER_TABLE: 'ledger',
  IDEMPOTENCY_TABLE: 'idempotency',
  FEED_TABLE: 'feed',
  SEQUENCE_QUEUE_URL: 'https://sqs.eu-west-1.amazonaws.com/000000000000/sequence.fifo',
  QUARANTINE_TABLE: 'Quarantine',
  CHECKPOINTS_TABLE: 'checkpoints',
  READ_MODELS_TABLE: 'read-models',
  BUS_NAME: 'bus',
  CURSOR_KEY: 'a key that signs cursors',
  SUBSCRIPTIONS_TABLE: 'subscriptions',
  SUBSCRIPTION_TERMS_TABLE: 'subscription-terms',
  WAKE_QUEUE_URL: 'https://sqs.eu-west-1.amazonaws.com/000000000000/wake.fifo',
  SEALING_KEYS: 'a key that seals secrets',
  WEBHOOK_LOOPBACK: 'refused',
  CONNECTIONS_TABLE: 'connections',
  SOCKET_TERMS_TABLE: 'socket-terms',
  PUSH_QUEUE_URL: 'http://127.0.0.1/queue',
  SOCKETS_URL: 'http://127.0.0.1/live',
  TOKEN_ISSUER: 'http://127.0.0.1',
  TOKEN_KEYS_URL: 'http://127.0.0.1/.well-known/jwks.json',
  TOKEN_CLIENT: 'client',
};

/** What Lambda sets besides. */
const lambda = {
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_LAMBDA_FUNCTION_NAME: 'benchmark',
  POWERTOOLS_SERVICE_NAME: 'benchmark',
  POWERTOOLS_METRICS_NAMESPACE: 'Chancery',
};

const emptyModule = 'an empty module';

/** Size and start of every function as it is bundled for Lambda. */
export const coldStart: Part = {
  name: 'cold-start',
  how: 'Bundle of each function (1 KB = 1 024 bytes), and the time of its import in a fresh process; all in turn, medians, next to an empty module.',
  measure: async ({ quick }) => {
    const bundles = await mkdtemp(join(tmpdir(), 'chancery-bundles-'));
    try {
      const sizes = await bundleFunctions({ ...projectFolders, bundles });
      const empty = join(bundles, 'empty.mjs');
      await writeFile(empty, 'export const handler = async () => undefined;\n');
      const modules = Object.keys(sizes).map((name) => [name, join(bundles, name, 'index.mjs')] as const);
      const samples = await interleaved(quick ? 3 : 11, {
        [emptyModule]: async () => importMs(empty),
        ...Object.fromEntries(modules.map(([name, path]) => [name, async () => importMs(path)])),
      });
      return [
        ...Object.entries(sizes).map(([name, bytes]) => figure(name, 'KB', bytes / 1024, { atMost: 350 })),
        ...Object.entries(samples).map(([name, times]) =>
          figure(name, 'ms', median(times), ...(name === emptyModule ? [] : [{ atMost: 40 }])),
        ),
      ];
    } finally {
      await rm(bundles, { recursive: true });
    }
  },
};

/** Milliseconds of a module's import, told by the process itself. */
async function importMs(path: string): Promise<number> {
  const source = `const began = performance.now(); await import(${JSON.stringify(pathToFileURL(path).href)}); console.log(performance.now() - began);`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', source], {
    env: { ...told, ...lambda },
  });
  return Number(stdout);
}
