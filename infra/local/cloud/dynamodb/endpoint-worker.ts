import { parentPort, workerData } from 'node:worker_threads';
import { type DynamoDbEndpointSettings, startDynamoDbEndpoint } from './dynamodb-endpoint.ts';

// Runs in the thread of the endpoint: its first message is the address, each other one the written tables of a call.
const settings = workerData as Omit<DynamoDbEndpointSettings, 'onWrite'>;
const streaming = new Set(settings.tables.filter((table) => table.streamArn !== undefined).map(({ name }) => name));
const { url } = await startDynamoDbEndpoint({
  ...settings,
  onWrite: (tableNames) => {
    const written = tableNames.filter((name) => streaming.has(name));
    if (written.length > 0) parentPort?.postMessage(written, []);
  },
});
parentPort?.postMessage(url, []);
