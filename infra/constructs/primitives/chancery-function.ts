import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib/core';
import { Architecture, Code, Function, LoggingFormat, RecursiveLoop, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { FunctionProps } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Environment } from '#shared/environment.ts';
import type { Deployment } from '#infra/deployment.ts';
import { watchErrors, watchThrottles } from '#infra/constructs/monitoring/function-alarms.ts';
import { Monitoring } from '#infra/constructs/monitoring/monitoring.ts';
import { metricsNamespace } from '#infra/constructs/monitoring/own-metric.ts';
import { DataKey, encryptedData } from './data-key.ts';
import { ExecutionRole } from './execution-role.ts';

export interface ChanceryFunctionProps extends Partial<FunctionProps> {
  readonly deployment: Deployment;
  /** Absent: a log group of its own. */
  readonly sharedLog?: LogGroup;
  /**
   * What raises an alarm of the function's own: errors and throttles by default. Behind an API, its 5xx alarm sees
   * both.
   */
  readonly watched?: readonly ('errors' | 'throttles')[];
  /**
   * Whether it sends to the queue that triggers it: Lambda stops such a chain after about 16 invocations unless it is
   * told that it is meant.
   */
  readonly triggersItself?: boolean;
}

/**
 * A bundled function of `functions/<name>/` with a role and, unless given another, a log group of its own; it may write
 * its log and, until granted more, nothing else.
 */
export class ChanceryFunction extends Function {
  constructor(scope: Construct, name: string, props: ChanceryFunctionProps) {
    const { deployment, watched = ['errors', 'throttles'], triggersItself = false, sharedLog, ...others } = props;
    const role = new ExecutionRole(scope, `${name}-role`);
    const logGroup =
      sharedLog ??
      new LogGroup(scope, `${name}-log`, {
        retention: deployment.logRetention,
        ...encryptedData(scope),
        removalPolicy: deployment.removalPolicy,
      });
    logGroup.grantWrite(role);
    super(scope, name, {
      description: `${name} of Chancery, stage ${deployment.stage}`,
      code: Code.fromAsset(join(deployment.bundles, name), { exclude: ['*.map'] }),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 512,
      timeout: Duration.seconds(10),
      loggingFormat: LoggingFormat.JSON,
      environment: { POWERTOOLS_SERVICE_NAME: name, POWERTOOLS_METRICS_NAMESPACE: metricsNamespace },
      role,
      logGroup,
      ...(triggersItself && { recursiveLoop: RecursiveLoop.ALLOW }),
      ...others,
    });
    DataKey.of(this)?.grantUse(this);
    if (watched.includes('errors')) watchErrors(this);
    if (watched.includes('throttles')) watchThrottles(this);
    Monitoring.of(this).plot('Function errors', this.metricErrors({ label: name }));
  }

  /** Sets environment variables by the names that the functions know. */
  setEnvironment(variables: Partial<Environment>): void {
    for (const [name, value] of Object.entries(variables)) this.addEnvironment(name, value);
  }
}
