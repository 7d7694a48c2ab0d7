import { Construct } from 'constructs';
import type { Deployment } from '#infra/deployment.ts';
import type { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';
import { GeneratedSecret } from '#infra/constructs/primitives/generated-secret.ts';

/** The key that signs list cursors, so that a client cannot make up its own. */
export class CursorKey extends Construct {
  private readonly secret: GeneratedSecret;

  constructor(scope: Construct, id: string, { deployment }: { readonly deployment: Deployment }) {
    super(scope, id);
    this.secret = new GeneratedSecret(this, 'Secret', {
      deployment,
      description: 'Signs the list cursors of the Chancery API',
      notRotated: 'The key protects no data: rotating it would only break the cursors that clients hold.',
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
