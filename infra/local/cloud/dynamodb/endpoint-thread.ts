import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DynamoDbEndpoint, DynamoDbEndpointSettings } from './dynamodb-endpoint.ts';

/** Megabytes of the young generation: V8's own default keeps tens of megabytes of garbage. */
const youngGenerationMegabytes = 12;

/**
 * Starts the endpoint on a thread of its own, so that calls of functions do not wait for what else the local cloud
 * does. `onWrite` is called for tables with a stream only: each call costs a message between threads.
 */
export async function startEndpointThread({
  onWrite,
  ...workerData
}: DynamoDbEndpointSettings): Promise<DynamoDbEndpoint> {
  const worker = new Worker(join(import.meta.dirname, 'endpoint-worker.ts'), {
    workerData,
    execArgv: [],
    env: {},
    resourceLimits: { maxYoungGenerationSizeMb: youngGenerationMegabytes },
  });
  const [url]: unknown[] = await once(worker, 'message');
  worker.on('message', onWrite);
  return { url: String(url), stop: async () => void (await worker.terminate()) };
}
