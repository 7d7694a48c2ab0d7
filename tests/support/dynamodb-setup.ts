import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startDynamoDbLocal } from '#infra/local/cloud/dynamodb/dynamodb-local.ts';

/**
 * One DynamoDB Local, in memory, for the whole run; a test file takes a database of its own in it. All temporary files of the run are in one
 * folder that goes with it, also those of processes that tests kill.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'chancery-tests-'));
  process.env.TMPDIR = folder;
  const { endpoint, stop } = await startDynamoDbLocal({ logFile: join(folder, 'dynamodb.log') });
  project.provide('dynamodbEndpoint', endpoint);
  return async () => {
    await stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}

declare module 'vitest' {
  interface ProvidedContext {
    dynamodbEndpoint: string;
  }
}
