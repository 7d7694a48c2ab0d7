import { enableCompileCache, flushCompileCache, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

// Runs inside an execution environment: loads the bundle as Lambda's Node.js runtime does, then runs one invocation at
// a time. Messages in and out are JSON text, so that a function receives exactly what Lambda would pass. Plain
// JavaScript without a schema: every module loaded here adds to each cold start, and stripping types alone would double
// an environment's memory and start.

const { file, exportName, context: fixedContext, compiled } = workerData;

// Environments of one bundle share its compiled code: a fifth of the time of a start.
if (compiled !== undefined) enableCompileCache(compiled);
let isKept = compiled === undefined;
/** Keeps what the first invocation has compiled: an environment is terminated, so Node would never do it. */
const keepCompiled = () => {
  if (!isKept) flushCompileCache();
  isKept = true;
};

// Outside of a package, Lambda takes a `.js` file for CommonJS; this project's own package.json would make it an ES
// module. Other files go without the hook, which each module that is loaded would pass.
const fileUrl = pathToFileURL(file).href;
if (file.endsWith('.js'))
  registerHooks({
    load: (url, context, next) => next(url, url === fileUrl ? { ...context, format: 'commonjs' } : context),
  });

const describe = (error) =>
  error instanceof Error
    ? { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') }
    : { errorType: typeof error, errorMessage: String(error), trace: [] };

async function load() {
  const exports = await import(fileUrl);
  const handler = exports[exportName] ?? exports.default?.[exportName];
  if (typeof handler !== 'function') throw new Error(`${exportName} is undefined or not exported by ${file}`);
  if (handler.length >= 3) throw new Error(`${exportName} takes a callback, which Lambda refuses since Node.js 24`);
  return handler;
}

const handler = await load();
const reply = (message) => parentPort.postMessage(message, []);
parentPort.on('message', ({ requestId, event, deadline }) => {
  const context = {
    ...fixedContext,
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
  process.env['_X_AMZN_TRACE_ID'] =
    `Root=1-${requestId.slice(0, 8)}-${requestId.replaceAll('-', '').slice(8)};Sampled=0`;
  void Promise.resolve()
    .then(() => handler(JSON.parse(event), context))
    .then((result) => reply({ requestId, payload: JSON.stringify(result ?? null) }))
    .catch((error) => reply({ requestId, error: describe(error) }))
    .then(keepCompiled);
});
reply('ready');
