import { Validations } from 'aws-cdk-lib/core';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Deployment } from '#infra/deployment.ts';
import type { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';

/** The key that signs list cursors, so that a client cannot make up its own. */
export class CursorKey extends Construct {
  private readonly secret: Secret;

  constructor(scope: Construct, id: string, { deployment }: { readonly deployment: Deployment }) {
    super(scope, id);
    this.secret = new Secret(this, 'Secret', {
      description: 'Signs the list cursors of the Chancery API',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: deployment.removalPolicy,
    });
    Validations.of(this.secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'The key protects no data: rotating it on a schedule would only break the cursors that clients hold.',
    });
  }

  /**
   * Lets the function sign and check cursors. The value is resolved into its environment at deployment: a call to Secrets Manager at
   * each cold start would cost more than it protects, since a principal that may read a function's settings may read the lists as well.
   */
  grantSign(fn: ChanceryFunction): void {
    fn.setEnvironment({ CURSOR_KEY: this.secret.secretValue.unsafeUnwrap() });
  }
}
