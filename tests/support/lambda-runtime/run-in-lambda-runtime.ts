import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { listen, portOf } from '#infra/local/cloud/loopback.ts';

const { resolve } = createRequire(import.meta.url);
const client = resolve('aws-lambda-ric');

/** What the runtime reports: the result of the invocation, its error, or that the bundle could not be loaded. */
export interface Reported {
  readonly outcome: 'response' | 'error' | 'init error' | 'exit';
  readonly body: unknown;
}

export interface InLambda {
  /** The folder of the bundle. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly event: unknown;
}

/**
 * Runs a bundle in AWS's own runtime interface client, as Lambda does, with the Runtime API on this machine, and sends
 * it one event. Resolves with what the client reports first.
 */
export async function runInLambdaRuntime({ folder, environment, event }: InLambda): Promise<Reported> {
  const { promise: reported, resolve: report } = Promise.withResolvers<Reported>();
  let isSent = false;
  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const said = await text(request);
    response.writeHead(202).end();
    report({ outcome: outcomeOf(request.url ?? ''), body: JSON.parse(said) });
  };
  const api = createServer((request, response) => {
    if (request.method === 'GET') {
      if (isSent) return; // the next event never comes
      isSent = true;
      const headers = { 'lambda-runtime-aws-request-id': 'request-1', 'lambda-runtime-deadline-ms': deadline() };
      response.writeHead(200, {
        ...headers,
        'lambda-runtime-invoked-function-arn': 'arn:aws:lambda:local:0:function:f',
      });
      response.end(JSON.stringify(event));
      return;
    }
    void receive(request, response);
  });
  await listen(api, 0);

  const runtime = spawn(process.execPath, ['--import', join(import.meta.dirname, 'rapid-client.mjs'), client], {
    cwd: folder,
    env: {
      ...environment,
      PATH: process.env['PATH'],
      AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${portOf(api)}`,
      AWS_LAMBDA_FUNCTION_NAME: 'f',
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
      AWS_LAMBDA_LOG_GROUP_NAME: 'log',
      AWS_LAMBDA_LOG_STREAM_NAME: 'stream',
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'none',
      AWS_SECRET_ACCESS_KEY: 'none',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:9', // where nobody listens
      LAMBDA_TASK_ROOT: folder,
      _HANDLER: 'index.handler',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = text(runtime.stderr);
  runtime.on('exit', () => void said.then((body) => report({ outcome: 'exit', body })));
  const late = setTimeout(() => report({ outcome: 'exit', body: 'nothing for 60 s' }), 60_000);
  try {
    return await reported;
  } finally {
    clearTimeout(late);
    runtime.kill('SIGKILL');
    api.closeAllConnections();
    api.close();
  }
}

const deadline = (): string => String(Date.now() + 30_000);

const outcomeOf = (path: string): Reported['outcome'] => {
  if (path.endsWith('/init/error')) return 'init error';
  return path.endsWith('/response') ? 'response' : 'error';
};
