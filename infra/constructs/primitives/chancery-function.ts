import { join } from 'node:path';
import { Duration, Stack } from 'aws-cdk-lib/core';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { FunctionProps } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Environment } from '#shared/environment.ts';
import type { Deployment } from '#infra/deployment.ts';
import { metricsNamespace } from '#infra/constructs/monitoring/own-metric.ts';

export interface ChanceryFunctionProps extends Partial<FunctionProps> {
  readonly deployment: Deployment;
}

/** A bundled function of `functions/<name>/` with a role and a log group of its own; it may write its log and, until granted more, nothing else. */
export class ChanceryFunction extends Function {
  constructor(scope: Construct, name: string, { deployment, ...props }: ChanceryFunctionProps) {
    const role = new Role(scope, `${name}-role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    const logGroup = new LogGroup(scope, `${name}-log`, {
      logGroupName: `/chancery/${deployment.stage}/${name}`,
      retention: deployment.logRetention,
      removalPolicy: deployment.removalPolicy,
    });
    logGroup.grantWrite(role);
    super(scope, name, {
      functionName: `${Stack.of(scope).stackName}-${name}`,
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
      ...props,
    });
  }

  /** Sets environment variables by the names that the functions know. */
  setEnvironment(variables: Partial<Environment>): void {
    for (const [name, value] of Object.entries(variables)) this.addEnvironment(name, value);
  }
}
