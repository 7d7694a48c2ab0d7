import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { type HttpFunctionName, type pageFunction, routes } from '#shared/api/routes.ts';
import type { Deployment } from '#infra/deployment.ts';
import type { ReadLog } from './read-log.ts';
import { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';

/**
 * A client with a token can ask to wait (`Prefer: wait=N`, `wait=N`, `atLeast`, a ping), up to just less than the 30 s
 * after which API Gateway gives up.
 */
const mayWait = new Set<string>(routes.filter(({ scope }) => scope !== undefined).map((route) => route.function));

/** The functions that read the record for others: who read what stands in a log of its own. */
const readers = new Set<string>(routes.filter(({ scope }) => scope === 'chancery/read').map((route) => route.function));

export interface HttpFunctionProps {
  readonly deployment: Deployment;
  readonly readLog: ReadLog;
}

/**
 * A function behind the HTTP API, whose 5xx its errors and throttles are; the executions of some can be reserved, which
 * caps them, too.
 */
export class HttpFunction extends ChanceryFunction {
  constructor(
    scope: Construct,
    name: HttpFunctionName | typeof pageFunction,
    { deployment, readLog }: HttpFunctionProps,
  ) {
    const { reservedAppends, maxLongPolls } = deployment.concurrency;
    const reserved: Partial<Record<typeof name, number | undefined>> = {
      append: reservedAppends,
      'read-feed': maxLongPolls,
    };
    const reservedConcurrentExecutions = reserved[name];
    super(scope, name, {
      deployment,
      timeout: Duration.seconds(mayWait.has(name) ? 29 : 10),
      watched: [],
      ...(readers.has(name) && { sharedLog: readLog }),
      ...(reservedConcurrentExecutions !== undefined && { reservedConcurrentExecutions }),
    });
  }
}
