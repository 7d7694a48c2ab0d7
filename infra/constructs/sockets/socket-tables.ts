import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Deployment } from '#infra/deployment.ts';
import { byWakeAt } from '#infra/constructs/primitives/due-index.ts';
import type { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';
import { Table, text } from '#infra/constructs/primitives/table.ts';

/**
 * Open connections with their subscriptions, and the index of these by their filters' terms. All of it lasts hours at
 * most.
 */
export class SocketTables extends Construct {
  readonly connections: Table;
  readonly terms: Table;

  constructor(scope: Construct, id: string, { deployment }: { readonly deployment: Deployment }) {
    super(scope, id);
    this.connections = new Table(this, 'Connections', {
      deployment,
      partitionKey: text('owner'),
      sortKey: text('id'),
      timeToLiveAttribute: 'forgetAt',
      globalSecondaryIndexes: [byWakeAt],
    });
    this.terms = new Table(this, 'Terms', {
      deployment,
      partitionKey: text('term'),
      sortKey: text('id'),
      timeToLiveAttribute: 'forgetAt',
    });
  }

  /** Lets the function record and forget connections, and add and remove their subscriptions. */
  grantServe(fn: ChanceryFunction): void {
    this.grant(fn, ['Query', 'PutItem', 'UpdateItem', 'DeleteItem'], ['PutItem', 'DeleteItem']);
  }

  /** Lets the function find subscriptions by their terms and mark them. */
  grantMatch(fn: ChanceryFunction): void {
    this.grant(fn, ['UpdateItem'], ['PartiQLSelect', 'Query']);
  }

  /** Lets the function send to connections: lease them, write how far they are, and forget those that are gone. */
  grantPush(fn: ChanceryFunction): void {
    this.grant(fn, ['Query', 'UpdateItem', 'DeleteItem'], ['DeleteItem']);
  }

  /** Lets the function find the connections that are due, by their keys only. */
  grantFindDue(fn: ChanceryFunction): void {
    fn.setEnvironment({ CONNECTIONS_TABLE: this.connections.tableName });
    allow(fn, ['Query'], `${this.connections.tableArn}/index/${byWakeAt.indexName}`);
  }

  private grant(fn: ChanceryFunction, onConnections: readonly string[], onTerms: readonly string[]): void {
    fn.setEnvironment({ CONNECTIONS_TABLE: this.connections.tableName, SOCKET_TERMS_TABLE: this.terms.tableName });
    allow(fn, onConnections, this.connections.tableArn);
    if (onTerms.length > 0) allow(fn, onTerms, this.terms.tableArn);
  }
}

/** The L2's own grant would allow the same on every index of the table. */
function allow(fn: ChanceryFunction, verbs: readonly string[], resource: string): void {
  fn.addToRolePolicy(new PolicyStatement({ actions: verbs.map((verb) => `dynamodb:${verb}`), resources: [resource] }));
}
