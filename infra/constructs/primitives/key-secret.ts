import { Grant } from 'aws-cdk-lib/aws-iam';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Validations } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Environment } from '#shared/environment.ts';
import type { Deployment } from '#infra/deployment.ts';
import type { ChanceryFunction } from './chancery-function.ts';
import { encryptedData } from './data-key.ts';

export interface KeySecretProps {
  readonly deployment: Deployment;
  readonly description: string;
}

/**
 * Keys separated by commas, the newest first: one of 64 letters and digits is made at the first deployment. Kept where
 * the stage says so.
 */
export class KeySecret extends Secret {
  constructor(scope: Construct, id: string, { deployment, description }: KeySecretProps) {
    super(scope, id, {
      description,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      ...encryptedData(scope),
      removalPolicy: deployment.removalPolicy,
    });
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'By hand (docs/runbook.md): what the old key has signed or sealed is to be verified and opened until nobody holds it.',
    });
  }

  /** Lets the function's role read the keys; neither its settings nor the template have them. */
  grantKeys(fn: ChanceryFunction, variable: keyof Environment & `${string}_SECRET`): void {
    fn.setEnvironment({ [variable]: this.secretArn });
    Grant.addToPrincipal({
      grantee: fn,
      actions: ['secretsmanager:GetSecretValue'],
      resourceArns: [this.secretArn],
    });
  }
}
