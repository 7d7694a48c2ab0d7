import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Validations } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Deployment } from '#infra/deployment.ts';

export interface GeneratedSecretProps {
  readonly deployment: Deployment;
  readonly description: string;
  /** Why no schedule rotates it. */
  readonly notRotated: string;
}

/** A key of 64 letters and digits that is made at the first deployment; kept where the stage says so. */
export class GeneratedSecret extends Secret {
  constructor(scope: Construct, id: string, { deployment, description, notRotated: reason }: GeneratedSecretProps) {
    super(scope, id, {
      description,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: deployment.removalPolicy,
    });
    Validations.of(this).acknowledge({ id: 'AwsSolutions-SMG4', reason });
  }
}
