import { registerHooks } from 'node:module';

// Stands in for the native part of AWS's runtime interface client, which needs a C++ compiler and CMake: imported before
// the client, it is what the client then requires as `rapid-client.node`. It speaks the Runtime API over HTTP, as the
// native part does, and decides nothing: what loads and calls a handler is AWS's JavaScript.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier.endsWith('/rapid-client.node')
      ? { url: import.meta.url, format: 'module', shortCircuit: true }
      : next(specifier, context),
});

const invocations = `http://${process.env['AWS_LAMBDA_RUNTIME_API']}/2018-06-01/runtime/invocation`;
let reported = Promise.resolve();
const report = (path, body) => {
  reported = reported.then(() => fetch(`${invocations}/${path}`, { method: 'POST', body }));
};

export const next = async () => {
  await reported;
  const response = await fetch(`${invocations}/next`);
  return { bodyJson: await response.text(), headers: Object.fromEntries(response.headers) };
};
export const done = (requestId, body) => report(`${requestId}/response`, body);
export const error = (requestId, body) => report(`${requestId}/error`, body);
