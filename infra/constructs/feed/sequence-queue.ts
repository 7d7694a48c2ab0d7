import { Duration } from 'aws-cdk-lib/core';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';
import { Monitoring } from '#infra/constructs/monitoring/monitoring.ts';
import { queueEncryption } from '#infra/constructs/primitives/queue-encryption.ts';
import { FailureQueue } from '#infra/constructs/primitives/failure-queue.ts';

export interface SequenceQueueProps {
  readonly sequencer: ChanceryFunction;
  /** The sequencer's timeout: while a message is retried, all others wait. */
  readonly timeout: Duration;
}

/** How often a message is delivered. It fails only in an outage, since what cannot be sequenced is quarantined. */
const maxReceiveCount = 1000;

/**
 * Leads from the shards of the ledger's stream to one sequencer at a time. The sequencer's function itself hands what a
 * shard brings to this FIFO queue, whose only message group invokes it again, one batch after the other.
 */
export class SequenceQueue extends Construct {
  constructor(scope: Construct, id: string, { sequencer, timeout }: SequenceQueueProps) {
    super(scope, id);
    const queue = new Queue(this, 'Queue', {
      fifo: true,
      ...queueEncryption(this),
      enforceSSL: true,
      retentionPeriod: Duration.days(4),
      visibilityTimeout: timeout,
      deadLetterQueue: { queue: FailureQueue.of(this, { fifo: true }), maxReceiveCount },
    });
    sequencer.addEventSource(new SqsEventSource(queue, { batchSize: 10, reportBatchItemFailures: true }));
    sequencer.setEnvironment({ SEQUENCE_QUEUE_URL: queue.queueUrl });
    queue.grant(sequencer, 'sqs:SendMessage');
    Monitoring.of(this).alarm('sequence-waiting', {
      metric: queue.metricApproximateAgeOfOldestMessage(),
      threshold: 120,
      meaning: 'Commits wait for the sequencer for more than two minutes',
      entry: 'triggers-waiting',
    });
  }
}
