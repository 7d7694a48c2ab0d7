import { Construct } from 'constructs';
import type { Deployment } from '#infra/deployment.ts';
import { watchQuarantine } from '#infra/constructs/monitoring/function-alarms.ts';
import { Monitoring } from '#infra/constructs/monitoring/monitoring.ts';
import { eachConsumer } from '#infra/constructs/monitoring/own-metric.ts';
import type { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';
import { Table, text } from '#infra/constructs/primitives/table.ts';

/**
 * How far each consumer of the feed has come and what it has set aside, by its name; and which generations of the
 * projections serve.
 */
export class Checkpoints extends Construct {
  readonly table: Table;
  readonly quarantine: Table;

  constructor(scope: Construct, id: string, { deployment }: { readonly deployment: Deployment }) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      deployment,
      partitionKey: text('name'),
    });
    this.quarantine = new Table(this, 'Quarantine', {
      deployment,
      partitionKey: text('consumer'),
      sortKey: text('item'),
    });
    Monitoring.of(this).plot('Feed to consumers (s)', eachConsumer('ConsumerLagSeconds'));
    Monitoring.of(this).plot('Feed to consumers (positions)', eachConsumer('ConsumerLagPositions'));
  }

  /** Lets a function read and move checkpoints, set events aside, and decide about generations. */
  grantMove(fn: ChanceryFunction): void {
    fn.setEnvironment({ CHECKPOINTS_TABLE: this.table.tableName, QUARANTINE_TABLE: this.quarantine.tableName });
    this.table.grant(fn, ...['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem'].map((verb) => `dynamodb:${verb}`));
    this.quarantine.grant(fn, 'dynamodb:PutItem');
    watchQuarantine(fn);
  }

  /** Lets the function list what is set aside, and release it. */
  grantRelease(fn: ChanceryFunction): void {
    this.quarantine.grant(fn, 'dynamodb:Scan', 'dynamodb:GetItem', 'dynamodb:DeleteItem');
  }

  /** Lets a function set aside what it cannot handle. */
  grantQuarantine(fn: ChanceryFunction): void {
    fn.setEnvironment({ QUARANTINE_TABLE: this.quarantine.tableName });
    this.quarantine.grant(fn, 'dynamodb:PutItem');
    watchQuarantine(fn);
  }

  /** Lets a consumer that may move checkpoints forget them as well. */
  grantForget(fn: ChanceryFunction): void {
    this.table.grant(fn, 'dynamodb:DeleteItem');
  }

  /** Lets the function note how far it has verified the record. */
  grantVerify(fn: ChanceryFunction): void {
    fn.setEnvironment({ CHECKPOINTS_TABLE: this.table.tableName });
    this.table.grant(fn, 'dynamodb:GetItem', 'dynamodb:PutItem');
  }

  /** Lets the function read how far the consumers are. */
  grantRead(fn: ChanceryFunction): void {
    fn.setEnvironment({ CHECKPOINTS_TABLE: this.table.tableName });
    this.table.grant(fn, 'dynamodb:GetItem', 'dynamodb:BatchGetItem');
  }
}
