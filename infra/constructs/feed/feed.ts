import { Duration } from 'aws-cdk-lib/core';
import { StreamViewType } from 'aws-cdk-lib/aws-dynamodb';
import { FilterCriteria, FilterRule } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Deployment } from '#infra/deployment.ts';
import { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';
import type { Ledger } from '#infra/constructs/ledger/ledger.ts';
import { StreamConsumer } from '#infra/constructs/primitives/stream-consumer.ts';
import type { Checkpoints } from './checkpoints.ts';
import { SequenceQueue } from './sequence-queue.ts';
import { number, Table, text } from '#infra/constructs/primitives/table.ts';

export interface FeedProps {
  readonly deployment: Deployment;
  readonly ledger: Ledger;
  readonly checkpoints: Checkpoints;
}

/** The global order of all events, and the sequencer that makes it from the ledger. */
export class Feed extends Construct {
  readonly table: Table;
  readonly sequencer: ChanceryFunction;
  readonly queue: SequenceQueue;
  readonly wakeUp: StreamConsumer;

  constructor(scope: Construct, id: string, { deployment, ledger, checkpoints }: FeedProps) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      deployment,
      partitionKey: text('page'),
      sortKey: number('position'),
      dynamoStream: StreamViewType.NEW_IMAGE,
    });
    // While a message is retried all others wait: as short as a full batch allows.
    const timeout = Duration.seconds(30);
    this.sequencer = new ChanceryFunction(this, 'sequence-commits', { deployment, timeout, memorySize: 1024 });
    ledger.grantSweep(this.sequencer);
    checkpoints.grantQuarantine(this.sequencer);
    this.grantSequence(this.sequencer);
    this.queue = new SequenceQueue(this, 'Sequence', { sequencer: this.sequencer, timeout });
    this.wakeUp = new StreamConsumer(this, 'LedgerStream', {
      table: ledger.table,
      wakes: this.sequencer,
      batchSize: 1000,
      // A commit without its notification waits for the sweep, which may take days: try for as long as the stream keeps its records.
      retryAttempts: 10_000,
      maxRecordAge: Duration.hours(23),
    });
  }

  /** Lets the function read blocks of the feed. */
  grantRead(fn: ChanceryFunction): void {
    fn.setEnvironment({ FEED_TABLE: this.table.tableName });
    this.table.grant(fn, 'dynamodb:Query', 'dynamodb:GetItem');
  }

  /** Lets the function see where the feed ends. */
  grantReadHead(fn: ChanceryFunction): void {
    this.grantRead(fn); // blocks may follow the position up to which all is complete
  }

  /**
   * Wakes a consumer at each new block, and only then: version rows live in the same table, and have no count.
   * DynamoDB lets two consumers read one stream; any more have to subscribe to the event bus.
   */
  wake(scope: Construct, consumer: ChanceryFunction): StreamConsumer {
    const newBlock = {
      eventName: FilterRule.isEqual('INSERT'),
      dynamodb: { NewImage: { count: { N: FilterRule.exists() } } },
    };
    return new StreamConsumer(scope, 'FeedStream', {
      table: this.table,
      wakes: consumer,
      batchSize: 100,
      filters: [FilterCriteria.filter(newBlock)],
    });
  }

  private grantSequence(fn: ChanceryFunction): void {
    fn.setEnvironment({ FEED_TABLE: this.table.tableName });
    const verbs = ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'BatchWriteItem'];
    this.table.grant(fn, ...verbs.map((verb) => `dynamodb:${verb}`));
  }
}
