import { Duration } from 'aws-cdk-lib/core';
import type { FunctionOptions } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Deployment } from '#infra/deployment.ts';
import { watchFailures, watchLag } from '#infra/constructs/monitoring/function-alarms.ts';
import { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';
import type { Checkpoints } from '#infra/constructs/feed/checkpoints.ts';
import type { Feed } from '#infra/constructs/feed/feed.ts';
import { MinuteSchedule } from '#infra/constructs/primitives/minute-schedule.ts';
import { Table, text } from '#infra/constructs/primitives/table.ts';

export interface ReadModelsProps {
  readonly deployment: Deployment;
  readonly feed: Feed;
  readonly checkpoints: Checkpoints;
}

/**
 * The rows that queries read, the projector that keeps them up with the feed, and the function that rebuilds them in
 * the background.
 */
export class ReadModels extends Construct {
  readonly table: Table;
  private readonly checkpoints: Checkpoints;

  constructor(scope: Construct, id: string, props: ReadModelsProps) {
    super(scope, id);
    const { deployment, feed, checkpoints } = props;
    this.checkpoints = checkpoints;
    this.table = new Table(this, 'Table', {
      deployment,
      partitionKey: text('partition'),
      sortKey: text('sort'),
      timeToLiveAttribute: 'expiresAt',
    });
    const project = this.projecting('project', props, { timeout: Duration.seconds(60) });
    watchLag(project);
    feed.trigger(this, project);

    // With ten seconds in reserve it works for a minute: it ends when the schedule triggers it again.
    const rebuild = this.projecting('rebuild', props, { timeout: Duration.seconds(70) });
    checkpoints.grantForget(rebuild);
    this.table.grant(rebuild, 'dynamodb:Scan');
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

  /** Lets the function read the log of announced changes of phase, and how far it is complete. */
  grantReadPhases(fn: ChanceryFunction): void {
    this.grantQuery(fn);
    this.checkpoints.grantRead(fn);
  }

  /** Lets the function read whole partitions, several in a statement. */
  grantSelect(fn: ChanceryFunction): void {
    this.table.grant(fn, 'dynamodb:PartiQLSelect');
  }

  /** Lets the function read phases, and log what it announces of them. */
  grantAnnounce(fn: ChanceryFunction): void {
    this.grantLoad(fn);
    this.grantQuery(fn);
    this.grantSelect(fn);
    this.table.grant(fn, 'dynamodb:BatchWriteItem', 'dynamodb:PartiQLInsert', 'dynamodb:PartiQLUpdate');
  }

  /** A function that writes rows. */
  private projecting(name: string, props: ReadModelsProps, settings: FunctionOptions): ChanceryFunction {
    const { deployment, feed, checkpoints } = props;
    const fn = new ChanceryFunction(this, name, { deployment, memorySize: 1024, ...settings });
    feed.grantRead(fn);
    checkpoints.grantMove(fn);
    this.grantLoad(fn);
    this.grantQuery(fn);
    this.table.grant(fn, 'dynamodb:BatchWriteItem', 'dynamodb:PartiQLInsert', 'dynamodb:PartiQLUpdate');
    watchFailures(fn);
    MinuteSchedule.of(this).invoke(fn);
    return fn;
  }
}
