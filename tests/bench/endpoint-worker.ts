import { parentPort, workerData } from 'node:worker_threads';
import { startDynamoDbEndpoint } from '#infra/local/cloud/dynamodb/dynamodb-endpoint.ts';
import type { LocalTable } from '#infra/local/cloud/dynamodb/tables.ts';

// Runs the endpoint on a thread of its own: in the local cloud, too, functions run on other threads than their
// endpoint.
const table = workerData as LocalTable;
const { url } = await startDynamoDbEndpoint({ tables: [table], fallback: table.database, onWrite: () => undefined });
parentPort?.postMessage(url, []);
