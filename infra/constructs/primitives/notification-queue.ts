import { Duration } from 'aws-cdk-lib/core';
import { DeduplicationScope, FifoThroughputLimit, Queue } from 'aws-cdk-lib/aws-sqs';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { SqsEventSourceProps } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Construct } from 'constructs';
import { Monitoring } from '#infra/constructs/monitoring/monitoring.ts';
import type { ChanceryFunction } from './chancery-function.ts';
import { FailureQueue } from './failure-queue.ts';
import { queueEncryption } from './queue-encryption.ts';

export interface NotificationQueueProps {
  /** Whether messages have groups, of each of which only one is under way at a time. */
  readonly fifo: boolean;
}

/**
 * A queue whose messages only trigger: what is not taken within ten minutes is worth nothing, since the schedule
 * triggers as well.
 */
export class NotificationQueue extends Queue {
  constructor(scope: Construct, id: string, { fifo }: NotificationQueueProps) {
    super(scope, id, {
      // High throughput: each group has a window of repeats and a limit of its own.
      ...(fifo && {
        fifo,
        deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
        fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
      }),
      ...queueEncryption(scope),
      enforceSSL: true,
      retentionPeriod: Duration.minutes(10),
      // Longer than the functions that it triggers may take.
      visibilityTimeout: Duration.seconds(90),
      // Throttled invocations count as receipts: AWS advises five at least.
      deadLetterQueue: { queue: FailureQueue.of(scope, { ...(fifo && { fifo }) }), maxReceiveCount: 5 },
    });
  }

  /** Triggers a function with its messages. */
  trigger(fn: ChanceryFunction, props: SqsEventSourceProps): void {
    fn.addEventSource(new SqsEventSource(this, { reportBatchItemFailures: true, ...props }));
    Monitoring.of(this).alarm(`${fn.node.id}-waiting`, {
      metric: this.metricApproximateAgeOfOldestMessage(),
      threshold: 300,
      meaning: `A trigger of ${fn.node.id} waits for more than five minutes`,
      entry: 'triggers-waiting',
    });
  }
}
