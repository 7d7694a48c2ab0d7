import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Synthesizes this project's app, stage `dev`, into a folder and returns the folder of the assembly. */
export async function synthesizeApp(folder: string): Promise<string> {
  const worker = new Worker(join(import.meta.dirname, 'synthesis-worker.ts'), { workerData: folder, execArgv: [] });
  try {
    const [assembly]: unknown[] = await once(worker, 'message');
    return String(assembly);
  } finally {
    await worker.terminate();
  }
}
