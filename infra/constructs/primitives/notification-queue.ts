import { Duration } from 'aws-cdk-lib/core';
import {
  type DeadLetterQueue,
  DeduplicationScope,
  FifoThroughputLimit,
  Queue,
  QueueEncryption,
} from 'aws-cdk-lib/aws-sqs';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { SqsEventSourceProps } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Construct } from 'constructs';
import type { ChanceryFunction } from './chancery-function.ts';
import { FailureQueue } from './failure-queue.ts';

export interface WakeUpQueueProps {
  /** Whether messages have groups, of each of which only one is under way at a time. */
  readonly fifo: boolean;
}

/** A queue whose messages only wake: what is not taken within ten minutes is worth nothing, since the tick wakes as well. */
export class NotificationQueue extends Queue {
  readonly failures: FailureQueue;

  constructor(scope: Construct, id: string, { fifo }: WakeUpQueueProps) {
    const failures = new FailureQueue(scope, `${id}Failures`, { ...(fifo && { fifo }) });
    const deadLetterQueue: DeadLetterQueue = { queue: failures, maxReceiveCount: 3 };
    super(scope, id, {
      // High throughput: each group has a window of repeats and a limit of its own.
      ...(fifo && {
        fifo,
        deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
        fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
      }),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.minutes(10),
      // Longer than the functions that it wakes may take.
      visibilityTimeout: Duration.seconds(90),
      deadLetterQueue,
    });
    this.failures = failures;
  }

  /** Has its messages wake a function. */
  wake(fn: ChanceryFunction, props: SqsEventSourceProps): void {
    fn.addEventSource(new SqsEventSource(this, { reportBatchItemFailures: true, ...props }));
  }
}
