import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { projectFolders } from '#infra/bundling/bundle-folders.ts';
import { bundleFunctions } from '#infra/bundling/bundle.ts';
import type { Environment } from '#shared/environment.ts';
import { deployed, functionNames } from '#tests/support/deployed.ts';
import { runInLambdaRuntime } from '#tests/support/lambda-runtime/run-in-lambda-runtime.ts';
import { request } from '#tests/support/requests.ts';

const variables: Record<keyof Environment, true> = {
  LEDGER_TABLE: true,
  DECISIONS_TABLE: true,
  FEED_TABLE: true,
  SEQUENCE_QUEUE_URL: true,
  CHECKPOINTS_TABLE: true,
  QUARANTINE_TABLE: true,
  READ_MODELS_TABLE: true,
  BUS_NAME: true,
  CURSOR_KEYS_SECRET: true,
  SUBSCRIPTIONS_TABLE: true,
  SUBSCRIPTION_TERMS_TABLE: true,
  DELIVERY_QUEUE_URL: true,
  SEALING_KEYS_SECRET: true,
  WEBHOOK_LOOPBACK: true,
  WEBHOOK_HOSTS: true,
  CONNECTIONS_TABLE: true,
  SOCKET_TERMS_TABLE: true,
  PUSH_QUEUE_URL: true,
  SOCKETS_URL: true,
  SOCKET_URL: true,
  TOKEN_ISSUER: true,
  TOKEN_KEYS_URL: true,
  CLIENTS: true,
  GROUPS: true,
  SIGN_IN_URL: true,
  EXPLORER_CLIENT: true,
  HEADS_BUCKET: true,
};

const { all, functionId } = deployed('dev');
const functions = all(
  'AWS::Lambda::Function',
  z.object({
    Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
  }),
);

const { bundles } = projectFolders;
beforeAll(async () => {
  await bundleFunctions();
});

const joined = z.object({ 'Fn::Join': z.tuple([z.literal(''), z.array(z.unknown())]) });
/** The value of a variable; what it refers to is out of reach. */
function valueOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const parts = joined.safeParse(value).data?.['Fn::Join'][1] ?? [value];
  return parts.map((part, at) => (typeof part === 'string' ? part : at === 0 ? 'https://nowhere' : 'nowhere')).join('');
}

const environmentOf = (name: string) =>
  functions.find(({ id }) => id === functionId(name))?.properties.Environment.Variables ?? {};

describe('the environment of a function', () => {
  it.each(functionNames)('has just the variables that its code reads: %s', (name) => {
    const code = readFileSync(join(bundles, name, 'index.mjs'), 'utf8');
    const read = Object.keys(variables).filter((variable) => code.includes(`"${variable}"`));
    const told = Object.keys(environmentOf(name));
    expect(told.filter((variable) => variable in variables).toSorted()).toEqual(read.toSorted());
  });
});

describe("AWS's own runtime for Node.js", () => {
  const environment = (name: string) =>
    Object.fromEntries(Object.entries(environmentOf(name)).map(([variable, value]) => [variable, valueOf(value)]));
  const run = async (name: string, event: unknown = {}) =>
    runInLambdaRuntime({ folder: join(bundles, name), environment: environment(name), event });

  it.each(functionNames)('loads the bundle and calls its handler: %s', async (name) => {
    const reported = await run(name);
    expect(reported).toMatchObject({ outcome: expect.stringMatching(/^(response|error)$/) });
  });

  it('gets from a handler what it returns', async () => {
    const reported = await run('describe-api', request({ method: 'GET', path: '/openapi.json' }));
    expect(reported).toMatchObject({ outcome: 'response', body: { statusCode: 200 } });
  });

  it.each([
    ['with a syntax error', 'export const handler = ;', 'Runtime.UserCodeSyntaxError'],
    ['without a handler', 'export const other = async () => 1;', 'Runtime.HandlerNotFound'],
    ['that throws when it is loaded', "throw new TypeError('no variable');", 'TypeError'],
    ['whose handler wants a callback', 'export const handler = (a, b, c) => c();', 'Runtime.CallbackHandlerDeprecated'],
  ])('refuses a bundle %s', async (_title, code, errorType) => {
    const folder = mkdtempSync(join(tmpdir(), 'chancery-refused-'));
    writeFileSync(join(folder, 'index.mjs'), code);
    const reported = await runInLambdaRuntime({ folder, environment: {}, event: {} });
    expect(reported).toMatchObject({ outcome: 'init error', body: { errorType } });
  });
});
