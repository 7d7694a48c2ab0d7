import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { projectFolders } from '#infra/bundling/bundle-folders.ts';
import { bundleFunctions } from '#infra/bundling/bundle.ts';
import type { Environment } from '#shared/environment.ts';
import { deployed, functionNames } from '#tests/support/deployed.ts';

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

describe('the environment of a function', () => {
  const bundles = mkdtempSync(join(tmpdir(), 'chancery-environment-'));
  beforeAll(async () => {
    await bundleFunctions({ ...projectFolders, bundles });
  });
  afterAll(() => rmSync(bundles, { recursive: true }));

  it.each(functionNames)('has just the variables that its code reads: %s', (name) => {
    const code = readFileSync(join(bundles, name, 'index.mjs'), 'utf8');
    const read = Object.keys(variables).filter((variable) => code.includes(`"${variable}"`));
    const fn = functions.find(({ id }) => id === functionId(name));
    const told = Object.keys(fn?.properties.Environment.Variables ?? {});
    expect(told.filter((variable) => variable in variables).toSorted()).toEqual(read.toSorted());
  });
});
