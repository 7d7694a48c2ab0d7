import { Operation, StreamViewType } from 'aws-cdk-lib/aws-dynamodb';
import { FilterCriteria, FilterRule } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Deployment } from '#infra/deployment.ts';
import type { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';
import { StreamConsumer } from '#infra/constructs/primitives/stream-consumer.ts';
import { number, Table, text } from '#infra/constructs/primitives/table.ts';

/** The global order of all events. */
export class Feed extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, { deployment }: { readonly deployment: Deployment }) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      deployment,
      partitionKey: text('page'),
      sortKey: number('position'),
      dynamoStream: StreamViewType.NEW_IMAGE,
    });
    this.table.watchSystemErrors('feed', [Operation.GET_ITEM, Operation.QUERY, Operation.PUT_ITEM]);
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

  /** Lets the function put blocks, and what is derived from them. */
  grantSequence(fn: ChanceryFunction): void {
    fn.setEnvironment({ FEED_TABLE: this.table.tableName });
    this.table.grant(
      fn,
      ...['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'BatchWriteItem'].map((verb) => `dynamodb:${verb}`),
    );
  }

  /**
   * Triggers a consumer at each new block, and only then: version rows live in the same table, and have no count.
   * DynamoDB lets two consumers read one stream; any more have to subscribe to the event bus.
   */
  trigger(scope: Construct, consumer: ChanceryFunction, ...more: readonly Readonly<Record<string, unknown>>[]): void {
    const newBlock = {
      eventName: FilterRule.isEqual('INSERT'),
      dynamodb: { NewImage: { count: { N: FilterRule.exists() } } },
    };
    new StreamConsumer(scope, 'FeedStream', {
      table: this.table,
      triggers: consumer,
      batchSize: 100,
      filters: [newBlock, ...more].map((filter) => FilterCriteria.filter(filter)),
    });
  }

  /**
   * Triggers a consumer as well when a block was changed, or anything was removed: nothing in the service does that.
   */
  triggerAndWatch(scope: Construct, consumer: ChanceryFunction): void {
    const changed = {
      eventName: FilterRule.isEqual('MODIFY'),
      dynamodb: { NewImage: { count: { N: FilterRule.exists() } } },
    };
    this.trigger(scope, consumer, changed, { eventName: FilterRule.isEqual('REMOVE') });
  }
}
