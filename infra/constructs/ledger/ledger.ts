import { Operation, StreamViewType } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { Deployment } from '#infra/deployment.ts';
import { watchAppends } from '#infra/constructs/monitoring/append-alarms.ts';
import type { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';
import { number, Table, text } from '#infra/constructs/primitives/table.ts';

/**
 * The commits, and the decisions: small items that appends are decided on and that change with commits, and the keys of
 * requests. They have a table of their own, so that whatever reads the ledger's table or its stream meets commits only.
 * Deliberately, there is no grant to update or delete a commit. IAM cannot forbid a put over an existing item: that the
 * code puts on condition, that the commits are chained, and that the sequencer reports every changed item is what
 * guards against it.
 */
export class Ledger extends Construct {
  readonly table: Table;
  readonly decisions: Table;

  constructor(scope: Construct, id: string, { deployment }: { readonly deployment: Deployment }) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      deployment,
      partitionKey: text('stream'),
      sortKey: number('version'),
      dynamoStream: StreamViewType.NEW_IMAGE,
    });
    this.table.watchSystemErrors('ledger', [Operation.QUERY, Operation.PUT_ITEM, Operation.TRANSACT_WRITE_ITEMS]);
    this.decisions = new Table(this, 'Decisions', {
      deployment,
      partitionKey: text('key'),
      timeToLiveAttribute: 'expiresAt',
    });
  }

  /** Lets the function append commits, alone or in a transaction with decisions. */
  grantAppend(fn: ChanceryFunction): void {
    fn.setEnvironment({ LEDGER_TABLE: this.table.tableName, DECISIONS_TABLE: this.decisions.tableName });
    this.table.grant(fn, 'dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:PutItem');
    this.decisions.grant(fn, 'dynamodb:BatchGetItem', 'dynamodb:ConditionCheckItem', 'dynamodb:PutItem');
    watchAppends(fn);
  }

  /** Lets the function read streams it can name. */
  grantRead(fn: ChanceryFunction): void {
    fn.setEnvironment({ LEDGER_TABLE: this.table.tableName });
    this.table.grant(fn, 'dynamodb:Query');
  }

  /** Lets the function also walk the whole ledger, to find commits of which no notification came. */
  grantScan(fn: ChanceryFunction): void {
    fn.setEnvironment({ LEDGER_TABLE: this.table.tableName });
    this.table.grant(fn, 'dynamodb:Query', 'dynamodb:Scan');
  }
}
