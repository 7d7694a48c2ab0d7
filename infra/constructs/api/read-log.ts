import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { encryptedData } from '#infra/constructs/primitives/data-key.ts';
import type { Deployment } from '#infra/deployment.ts';

/**
 * The log of the functions that read the record for others: who read what, and how much it was. Kept for as long as the
 * stage says.
 */
export class ReadLog extends LogGroup {
  constructor(scope: Construct, id: string, { deployment }: { readonly deployment: Deployment }) {
    super(scope, id, {
      retention: deployment.readLogRetention,
      ...encryptedData(scope),
      removalPolicy: deployment.removalPolicy,
    });
  }
}
