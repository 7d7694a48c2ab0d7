import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Validations } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Deployment } from '#infra/deployment.ts';

/** A user pool without users, for clients that sign in with client credentials; kept and protected where the stage says so. */
export class MachinePool extends UserPool {
  constructor(scope: Construct, id: string, { deployment }: { readonly deployment: Deployment }) {
    super(scope, id, {
      selfSignUpEnabled: false,
      passwordPolicy: {
        minLength: 16,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
      },
      deletionProtection: deployment.deletionProtection,
      removalPolicy: deployment.removalPolicy,
    });
    Validations.of(this).acknowledge(
      {
        id: 'AwsSolutions-COG2',
        reason:
          'Only machines sign in, with client credentials: the pool holds no users who could have a second factor.',
      },
      {
        id: 'AwsSolutions-COG8',
        reason:
          'The Plus plan watches the sign-in of users; the pool holds none, and client credentials are not covered by it.',
      },
    );
  }
}
