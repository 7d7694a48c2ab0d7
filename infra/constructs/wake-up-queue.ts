import { Duration } from 'aws-cdk-lib/core';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { SqsEventSourceProps } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { ChanceryFunction } from './chancery-function.ts';
import { FailureQueue } from './failure-queue.ts';

export interface WakeUpQueueProps extends Pick<SqsEventSourceProps, 'batchSize' | 'maxConcurrency'> {
  readonly wakes: ChanceryFunction;
  /** Longer than an invocation lasts. */
  readonly visibilityTimeout: Duration;
  /** Settings of a FIFO queue; absent: a standard one. */
  readonly fifo?: Pick<QueueProps, 'fifo' | 'deduplicationScope' | 'fifoThroughputLimit'>;
}

/** A queue whose messages say nothing but that there is something to do. Soon they are worth nothing: the tick has come by. */
export class WakeUpQueue extends Construct {
  readonly queue: Queue;
  readonly failures: FailureQueue;

  constructor(scope: Construct, id: string, { wakes, visibilityTimeout, fifo = {}, ...source }: WakeUpQueueProps) {
    super(scope, id);
    this.failures = new FailureQueue(this, 'Failures', fifo.fifo === true ? { fifo: true } : {});
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.minutes(15),
      visibilityTimeout,
      deadLetterQueue: { queue: this.failures, maxReceiveCount: 3 },
      ...fifo,
    });
    wakes.addEventSource(new SqsEventSource(this.queue, source));
  }
}
