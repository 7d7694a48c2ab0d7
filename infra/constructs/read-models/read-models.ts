import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Deployment } from '#infra/deployment.ts';
import { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';
import type { Checkpoints } from '#infra/constructs/feed/checkpoints.ts';
import type { Feed } from '#infra/constructs/feed/feed.ts';
import type { StreamConsumer } from '#infra/constructs/primitives/stream-consumer.ts';
import { Table, text } from '#infra/constructs/primitives/table.ts';

export interface ReadModelsProps {
  readonly deployment: Deployment;
  readonly feed: Feed;
  readonly checkpoints: Checkpoints;
}

/** The rows that queries are answered from, the projector that keeps them up with the feed, and what builds them anew beside it. */
export class ReadModels extends Construct {
  readonly table: Table;
  readonly projector: ChanceryFunction;
  readonly rebuilder: ChanceryFunction;
  readonly wakeUp: StreamConsumer;

  constructor(scope: Construct, id: string, { deployment, feed, checkpoints }: ReadModelsProps) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      deployment,
      partitionKey: text('partition'),
      sortKey: text('sort'),
      timeToLiveAttribute: 'expiresAt',
    });
    this.projector = new ChanceryFunction(this, 'project-feed', {
      deployment,
      timeout: Duration.seconds(60),
      memorySize: 1024,
    });
    this.rebuilder = new ChanceryFunction(this, 'rebuild-projections', {
      deployment,
      // With ten seconds in reserve it works for a minute: it ends when the next tick wakes it again.
      timeout: Duration.seconds(70),
      memorySize: 1024,
    });
    for (const fn of [this.projector, this.rebuilder]) {
      feed.grantRead(fn);
      checkpoints.grantMove(fn);
      this.grantLoad(fn);
      this.grantQuery(fn);
      this.table.grant(fn, 'dynamodb:BatchWriteItem', 'dynamodb:PartiQLInsert', 'dynamodb:PartiQLUpdate');
    }
    checkpoints.grantForget(this.rebuilder);
    this.table.grant(this.rebuilder, 'dynamodb:Scan');
    this.wakeUp = feed.wake(this, this.projector);
  }

  /** Lets the function get rows that it can name. */
  grantLoad(fn: ChanceryFunction): void {
    fn.setEnvironment({ READ_MODELS_TABLE: this.table.tableName });
    this.table.grant(fn, 'dynamodb:BatchGetItem');
  }

  /** Lets the function list rows. */
  grantQuery(fn: ChanceryFunction): void {
    fn.setEnvironment({ READ_MODELS_TABLE: this.table.tableName });
    this.table.grant(fn, 'dynamodb:Query');
  }
}
