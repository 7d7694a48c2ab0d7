import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Assembly } from '#infra/local/cloud/template/assembly.ts';
import type { DataFolder } from '#infra/local/cloud/data-folder/data-folder.ts';
import { compiledFolders } from './compiled-folders.ts';
import { accountExecutions } from './executions.ts';
import { hostFunction, type HostedFunction } from './function-host.ts';
import { lambdaFunction } from './function-types.ts';
import { Refusal } from '#infra/local/refusal.ts';
import type { ResolvedTemplate } from '#infra/local/cloud/template/template.ts';

/** Execution environments of a function without reserved concurrency: the limit of one machine. */
export const maxEnvironmentsOfOneFunction = 16;

export interface FunctionsOptions {
  readonly template: ResolvedTemplate;
  readonly assembly: Assembly;
  readonly data: DataFolder;
  /** `AWS_ENDPOINT_URL_…` variables. */
  readonly endpoints: Readonly<Record<string, string>>;
  readonly log: 'quiet' | 'functions';
  /** Executions of the account, of all functions together; absent: no limit. */
  readonly concurrency?: number | undefined;
}

/** Hosts every function of the template, keyed by ARN. */
export function hostFunctions({
  template,
  assembly,
  data,
  endpoints,
  log,
  concurrency,
}: FunctionsOptions): Map<string, HostedFunction> {
  const declared = template.resources(lambdaFunction);
  const reservations = declared.map(({ properties }) => properties.ReservedConcurrentExecutions ?? 0);
  const executionsOf = concurrency === undefined ? undefined : accountExecutions(concurrency, reservations);
  const bundles = declared.map(({ properties }) => properties.Code.S3Key);
  const shared = process.env['NODE_COMPILE_CACHE'];
  const compiledOf = shared === undefined ? compiledFolders(data.path('compiled'), bundles) : () => shared;
  const hosted = declared.map(({ logicalId, name, arn, properties }) => {
    const folder = assembly.assetFolder(properties.Code.S3Key);
    if (folder === undefined) throw new Refusal(`${logicalId}: the assembly has no asset ${properties.Code.S3Key}`);
    const logFile = data.path('logs', `${name}.log`);
    return hostFunction({
      name,
      arn,
      ...entryPoint(logicalId, folder, properties.Handler),
      variables: {
        ...inherited(),
        ...endpoints,
        ...lambdaVariables(name, properties, template.region, folder),
        ...properties.Environment?.Variables,
      },
      context: {
        functionName: name,
        functionVersion: '$LATEST',
        invokedFunctionArn: arn,
        memoryLimitInMB: String(properties.MemorySize),
        logGroupName: `/aws/lambda/${name}`,
        logStreamName: 'local',
      },
      compiled: compiledOf(properties.Code.S3Key),
      memoryMegabytes: properties.MemorySize,
      timeoutSeconds: properties.Timeout,
      maxEnvironments: properties.ReservedConcurrentExecutions ?? maxEnvironmentsOfOneFunction,
      executions: executionsOf?.(properties.ReservedConcurrentExecutions),
      onOutput: (chunk) => {
        appendFileSync(logFile, chunk);
        if (log === 'functions') process.stdout.write(prefixed(name, chunk));
      },
      onError: ({ requestId, error }) => {
        const line = `${name} failed: ${error?.errorType}: ${error?.errorMessage}`.replaceAll('\n', ' ');
        appendFileSync(logFile, `${line} (${requestId})\n${(error?.trace ?? []).join('\n')}\n`);
        process.stderr.write(`${line}\n`);
      },
    });
  });
  return new Map(hosted.map((fn) => [fn.arn, fn]));
}

function entryPoint(logicalId: string, folder: string, handler: string): { file: string; exportName: string } {
  const [, path = '', exportName = ''] = /^(.*)\.([^.]+)$/.exec(handler) ?? [];
  const file = ['.mjs', '.js', '.cjs']
    .map((extension) => join(folder, path + extension))
    .find((name) => existsSync(name));
  if (file === undefined) throw new Refusal(`${logicalId}: ${folder} holds no file for the handler ${handler}`);
  return { file, exportName };
}

/** The variables that a process needs to run at all: a function must not see the developer's shell. */
function inherited(): Record<string, string> {
  const { PATH = '', TMPDIR = '/tmp' } = process.env;
  return { PATH, TMPDIR, TZ: ':UTC', LANG: 'en_US.UTF-8' };
}

function lambdaVariables(
  name: string,
  properties: { Handler: string; MemorySize: number },
  region: string,
  folder: string,
) {
  return {
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(properties.MemorySize),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    LAMBDA_TASK_ROOT: folder,
    _HANDLER: properties.Handler,
  };
}

function prefixed(name: string, chunk: Buffer): string {
  const lines = chunk.toString().trimEnd().split('\n');
  return lines.map((line) => `${name} | ${line}\n`).join('');
}
