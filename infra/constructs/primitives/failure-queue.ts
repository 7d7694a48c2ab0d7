import { Duration, Stack, Validations } from 'aws-cdk-lib/core';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { QueueProps } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { Monitoring } from '#infra/constructs/monitoring/monitoring.ts';
import { queueEncryption } from './queue-encryption.ts';

/** Keeps the notices of triggers that were given up, for two weeks, for an operator to look into. */
export class FailureQueue extends Queue {
  /** The failure queue of a construct's stack: one for everything, and one for FIFO queues, which can have no other. */
  static of(scope: Construct, props: Pick<QueueProps, 'fifo'> = {}): FailureQueue {
    const stack = Stack.of(scope);
    const id = props.fifo === true ? 'FifoFailures' : 'Failures';
    const existing = stack.node.tryFindChild(id);
    return existing instanceof FailureQueue ? existing : new FailureQueue(stack, id, props);
  }

  private constructor(scope: Construct, id: string, props: Pick<QueueProps, 'fifo'>) {
    super(scope, id, {
      ...props,
      ...queueEncryption(scope),
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'This queue is itself the last destination of failed invocations; an alarm sounds when it is not empty.',
    });
    const messages = this.metricApproximateNumberOfMessagesVisible({ label: id });
    Monitoring.of(this).plot('Failures and failure queues', messages);
    Monitoring.of(this).alarm(`${id}-not-empty`, {
      metric: messages,
      meaning: 'Triggers were given up',
      entry: 'failure-queue-not-empty',
    });
  }
}
