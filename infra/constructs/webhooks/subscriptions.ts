import { Grant } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Deployment } from '#infra/deployment.ts';
import { byWakeAt } from '#infra/constructs/primitives/due-index.ts';
import type { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';
import { KeySecret } from '#infra/constructs/primitives/key-secret.ts';
import { Table, text } from '#infra/constructs/primitives/table.ts';

/**
 * Webhook subscriptions with their progress, the terms by which active ones are found, and the keys that seal their
 * secrets.
 */
export class Subscriptions extends Construct {
  readonly table: Table;
  readonly terms: Table;
  private readonly deployment: Deployment;
  private readonly sealingKeys: KeySecret;

  constructor(scope: Construct, id: string, { deployment }: { readonly deployment: Deployment }) {
    super(scope, id);
    this.deployment = deployment;
    this.table = new Table(this, 'Table', {
      deployment,
      partitionKey: text('owner'),
      sortKey: text('id'),
      globalSecondaryIndexes: [byWakeAt],
    });
    this.terms = new Table(this, 'Terms', {
      deployment,
      partitionKey: text('term'),
      sortKey: text('id'),
    });
    const description = 'Seals the signing secrets of webhooks; keys separated by commas, the newest first';
    this.sealingKeys = new KeySecret(this, 'SealingKeys', { deployment, description });
  }

  /**
   * Lets the function make, change and end subscriptions; transactions need no permission but those of their actions.
   */
  grantManage(fn: ChanceryFunction): void {
    this.grantDeliver(fn);
    this.allow(fn, ['Query', 'Scan', 'PutItem', 'DeleteItem']);
    this.terms.grant(fn, 'dynamodb:GetItem');
  }

  /** Lets the function read a subscription, move its cursor and stop it. */
  grantDeliver(fn: ChanceryFunction): void {
    this.grantPost(fn);
    this.allow(fn, ['UpdateItem']);
    this.terms.grant(fn, 'dynamodb:PutItem', 'dynamodb:DeleteItem');
  }

  /** Lets the function read a subscription, and sign what it posts to its receiver. */
  grantPost(fn: ChanceryFunction): void {
    const hosts = this.deployment.configuration.webhookHosts;
    fn.setEnvironment({
      SUBSCRIPTIONS_TABLE: this.table.tableName,
      SUBSCRIPTION_TERMS_TABLE: this.terms.tableName,
      WEBHOOK_LOOPBACK: this.deployment.webhookLoopback,
      WEBHOOK_HOSTS: hosts === 'any' ? hosts : hosts.join(',') || '-',
    });
    this.sealingKeys.grantKeys(fn, 'SEALING_KEYS_SECRET');
    this.allow(fn, ['GetItem']);
  }

  /** Lets the function find subscriptions by their terms, and mark them. */
  grantMatch(fn: ChanceryFunction): void {
    fn.setEnvironment({ SUBSCRIPTIONS_TABLE: this.table.tableName, SUBSCRIPTION_TERMS_TABLE: this.terms.tableName });
    this.terms.grant(fn, 'dynamodb:PartiQLSelect', 'dynamodb:Query');
    this.allow(fn, ['UpdateItem']);
  }

  /** Lets the function find those that are due. */
  grantFindDue(fn: ChanceryFunction): void {
    fn.setEnvironment({ SUBSCRIPTIONS_TABLE: this.table.tableName });
    this.allow(fn, ['Query'], `/index/${byWakeAt.indexName}`);
  }

  /** On the table, or on one index of it: the L2's own grants would reach all of them. */
  private allow(grantee: ChanceryFunction, verbs: readonly string[], part = ''): void {
    const actions = verbs.map((verb) => `dynamodb:${verb}`);
    Grant.addToPrincipal({ grantee, actions, resourceArns: [`${this.table.tableArn}${part}`] });
  }
}
