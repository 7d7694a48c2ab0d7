import { Duration, Validations } from 'aws-cdk-lib/core';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { QueueProps } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** Where the notice of a failed invocation waits, for two weeks, until somebody has looked into it. */
export class FailureQueue extends Queue {
  /** `fifo` for the failures of a FIFO queue. */
  constructor(scope: Construct, id: string, props: Pick<QueueProps, 'fifo'> = {}) {
    super(scope, id, {
      ...props,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'This queue is itself the last destination of failed invocations; an alarm tells when it is not empty.',
    });
  }
}
