import { QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { DataKey } from './data-key.ts';

/**
 * Returns the properties that encrypt a queue of the stack at rest: with the customer's key if there is one, or with
 * SQS's own.
 */
export function queueEncryption(scope: Construct): Pick<QueueProps, 'encryption' | 'encryptionMasterKey'> {
  const key = DataKey.of(scope);
  if (key === undefined) return { encryption: QueueEncryption.SQS_MANAGED };
  return { encryption: QueueEncryption.KMS, encryptionMasterKey: key };
}
