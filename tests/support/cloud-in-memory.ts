import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '#infra/local/cloud/local-cloud.ts';

/**
 * Starts a local cloud in memory, with databases of its own on the test run's DynamoDB Local: a JVM takes two
 * seconds of a processor to start and two more until its code is compiled. What DynamoDB Local keeps when it is killed,
 * and that it ends with its cloud, is for the tests that start a cloud in a process.
 */
export async function startCloudInMemory(options: Partial<LocalCloudOptions> = {}): Promise<LocalCloud> {
  const endpoint = inject('dynamodbEndpoint');
  const prefix = randomUUID().replaceAll('-', '');
  return startLocalCloud({
    data: 'memory',
    ...options,
    ...(endpoint !== undefined && { database: { endpoint, prefix } }),
  });
}
