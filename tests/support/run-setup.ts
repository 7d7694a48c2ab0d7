import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

import { startDynamoDbLocal } from '#infra/local/cloud/dynamodb/dynamodb-local.ts';
import { assemblyFolder } from './shared-assembly.ts';

/**
 * Makes one temporary folder for the whole run, also for the processes that tests start and kill, and removes it at the
 * end. Starts one DynamoDB Local, in memory, unless no test of the run uses it; each test file and each local cloud in
 * memory takes databases of its own in it.
 */
export default async function setup(run: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'chancery-tests-'));
  process.env.TMPDIR = folder;
  process.env.NODE_COMPILE_CACHE = join(folder, 'compiled'); // commands that tests start compile what they share once
  const database = usesDatabase(run) ? await startDynamoDbLocal({ logFile: join(folder, 'dynamodb.log') }) : undefined;
  run.onTestsRerun(async () => {
    for (const part of ['', '-complete', '-failure'])
      await rm(`${assemblyFolder(folder)}${part}`, { recursive: true, force: true });
  });
  run.provide('dynamodbEndpoint', database?.endpoint);
  return async () => {
    await database?.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}

const usesDatabase = ({ vitest }: TestProject): boolean =>
  vitest.projects.some(({ config }) => config.tagsFilter?.includes('not dynamodb') !== true);

declare module 'vitest' {
  interface ProvidedContext {
    /** Absent when the run leaves out what is tagged `dynamodb`. */
    dynamodbEndpoint: string | undefined;
  }
}
