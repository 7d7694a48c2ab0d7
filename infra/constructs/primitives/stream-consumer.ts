import { Duration } from 'aws-cdk-lib/core';
import { Grant } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import type { EventSourceMappingOptions } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import type { ChanceryFunction } from './chancery-function.ts';
import { FailureQueue } from './failure-queue.ts';
import type { Table } from './table.ts';

export interface StreamConsumerProps extends EventSourceMappingOptions {
  readonly table: Table;
  readonly wakes: ChanceryFunction;
}

/**
 * Wakes a function whenever a table's stream has something new. A record that keeps failing is set aside in the failure queue after
 * bounded retries: it is only a wake-up, and the next one, or the tick, makes good for it. Where that takes long, `props` ask for more.
 */
export class StreamConsumer extends Construct {
  readonly failures: FailureQueue;

  constructor(scope: Construct, id: string, { table, wakes, ...props }: StreamConsumerProps) {
    super(scope, id);
    this.failures = new FailureQueue(this, 'Failures');
    const streamArn = table.tableStreamArn;
    if (streamArn === undefined) throw new Error(`${table.node.path} has no stream`);
    const mapping = new EventSourceMapping(this, 'Mapping', {
      target: wakes,
      eventSourceArn: streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      maxBatchingWindow: Duration.seconds(0),
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 5,
      maxRecordAge: Duration.hours(1),
      onFailure: new SqsDlq(this.failures),
      ...props,
    });
    // The L2's own grant would list the streams of every table in the account.
    Grant.addToPrincipal({
      grantee: wakes,
      actions: ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((verb) => `dynamodb:${verb}`),
      resourceArns: [streamArn],
    }).applyBefore(mapping);
  }
}
