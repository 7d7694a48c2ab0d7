import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

/**
 * The inside of a function's worker: loads the bundle as Lambda's Node.js runtime does, then answers one invocation at a time.
 * Messages in and out are JSON text, so that a function sees exactly what Lambda would hand over.
 */
interface WorkerInput {
  readonly file: string;
  readonly exportName: string;
  readonly context: Readonly<Record<string, unknown>>;
}
interface Invocation {
  readonly requestId: string;
  readonly event: string;
  /** Milliseconds since 1970. */
  readonly deadline: number;
}

// Nothing but our own host writes here, and a schema library would be added to every cold start.
const { file, exportName, context: fixedContext } = workerData as WorkerInput;

// Outside of a package, Lambda takes a `.js` file for CommonJS; this project's own package.json would make it an ES module.
const fileUrl = pathToFileURL(file).href;
registerHooks({
  load: (url, context, next) =>
    next(url, url === fileUrl && file.endsWith('.js') ? { ...context, format: 'commonjs' } : context),
});

const describe = (error: unknown) =>
  error instanceof Error
    ? { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') }
    : { errorType: typeof error, errorMessage: String(error), trace: [] };

async function load(): Promise<(event: unknown, context: unknown) => unknown> {
  const exports = (await import(fileUrl)) as Record<string, unknown>;
  const handler = exports[exportName] ?? (exports['default'] as Record<string, unknown> | undefined)?.[exportName];
  if (typeof handler !== 'function') throw new Error(`${exportName} is undefined or not exported by ${file}`);
  return (event, context): unknown => handler(event, context);
}

const handler = await load();
const port = parentPort;
port?.on('message', ({ requestId, event, deadline }: Invocation) => {
  const context = {
    ...fixedContext,
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
  process.env['_X_AMZN_TRACE_ID'] =
    `Root=1-${requestId.slice(0, 8)}-${requestId.replaceAll('-', '').slice(8)};Sampled=0`;
  Promise.resolve()
    .then(() => handler(JSON.parse(event), context))
    .then((result) => port.postMessage({ requestId, payload: JSON.stringify(result ?? null) }))
    .catch((error: unknown) => port.postMessage({ requestId, error: describe(error) }));
});
port?.postMessage('ready');
