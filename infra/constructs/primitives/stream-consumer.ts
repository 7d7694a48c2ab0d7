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
  readonly triggers: ChanceryFunction;
}

/**
 * Triggers a function whenever a table's stream has something new. A record that keeps failing is set aside in the
 * failure queue after bounded retries: it is only a notification, and the next one, or the schedule, makes up for it.
 * Where that takes long, `props` ask for more.
 */
export class StreamConsumer extends Construct {
  constructor(scope: Construct, id: string, { table, triggers, ...props }: StreamConsumerProps) {
    super(scope, id);
    const streamArn = table.tableStreamArn;
    if (streamArn === undefined) throw new Error(`${table.node.path} has no stream`);
    const mapping = new EventSourceMapping(this, 'Mapping', {
      target: triggers,
      eventSourceArn: streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      maxBatchingWindow: Duration.seconds(0),
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 5,
      maxRecordAge: Duration.hours(1),
      onFailure: new SqsDlq(FailureQueue.of(this)),
      ...props,
    });
    // The L2's own grant would list the streams of every table in the account.
    Grant.addToPrincipal({
      grantee: triggers,
      actions: ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((verb) => `dynamodb:${verb}`),
      resourceArns: [streamArn],
    }).applyBefore(mapping);
  }
}
