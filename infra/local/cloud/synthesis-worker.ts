import { parentPort, workerData } from 'node:worker_threads';
import { synthesize } from '#infra/synthesize.ts';

/** Synthesizes the app away from the thread that is starting everything else. */
const folder: unknown = await synthesize(String(workerData), { stage: 'dev', webhookLoopback: 'allowed' });
parentPort?.postMessage(folder, []);
