import { Construct } from 'constructs';
import type { Deployment } from '#infra/deployment.ts';
import type { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';
import { KeySecret } from '#infra/constructs/primitives/key-secret.ts';

/** The keys that sign list cursors, so that a client cannot make up its own. */
export class CursorKey extends Construct {
  private readonly secret: KeySecret;

  constructor(scope: Construct, id: string, { deployment }: { readonly deployment: Deployment }) {
    super(scope, id);
    const description = 'Signs the list cursors of the Chancery API; keys separated by commas, the newest first';
    this.secret = new KeySecret(this, 'Secret', { deployment, description });
  }

  /** Lets the function sign and verify cursors. */
  grantSign(fn: ChanceryFunction): void {
    this.secret.grantKeys(fn, 'CURSOR_KEYS_SECRET');
  }
}
