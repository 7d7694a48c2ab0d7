import { Duration, Stack } from 'aws-cdk-lib/core';
import { CfnArchive, CfnEventBusPolicy, EventBus } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { Deployment } from '#infra/deployment.ts';
import type { Checkpoints } from '#infra/constructs/feed/checkpoints.ts';
import type { Feed } from '#infra/constructs/feed/feed.ts';
import type { Ledger } from '#infra/constructs/ledger/ledger.ts';
import type { ReadModels } from '#infra/constructs/read-models/read-models.ts';
import { watchFailures, watchLag } from '#infra/constructs/monitoring/function-alarms.ts';
import { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';
import { DataKey } from '#infra/constructs/primitives/data-key.ts';
import { MinuteSchedule } from '#infra/constructs/primitives/minute-schedule.ts';

export interface PublisherProps {
  readonly deployment: Deployment;
  readonly feed: Feed;
  readonly ledger: Ledger;
  readonly checkpoints: Checkpoints;
  readonly readModels: ReadModels;
}

/**
 * The event bus, its archive, and the publisher that puts events on it: at least once, in the order of the feed. It
 * announces changes of phase, too.
 */
export class Publisher extends Construct {
  readonly bus: EventBus;

  constructor(scope: Construct, id: string, { deployment, ledger, feed, checkpoints, readModels }: PublisherProps) {
    super(scope, id);
    this.bus = new EventBus(this, 'Bus', { eventBusName: `chancery-${deployment.stage}` });
    this.bus.applyRemovalPolicy(deployment.removalPolicy);
    const archive = this.bus.archive('Archive', {
      eventPattern: { source: ['chancery'] },
      retention: Duration.days(deployment.stage === 'prod' ? 365 : 7),
    });
    archive.applyRemovalPolicy(deployment.removalPolicy);
    const key = DataKey.of(this);
    // The L2 of a bus's archive leaves the key out.
    if (key !== undefined && archive.node.defaultChild instanceof CfnArchive)
      archive.node.defaultChild.addPropertyOverride('KmsKeyIdentifier', key.keyArn);
    for (const account of deployment.subscribers) this.admit(account);

    const publish = new ChanceryFunction(this, 'publish', {
      deployment,
      timeout: Duration.seconds(60),
      memorySize: 1024,
    });
    feed.grantRead(publish);
    ledger.grantRead(publish); // a correction is published with the facets of the event that it is about
    checkpoints.grantMove(publish);
    readModels.grantAnnounce(publish);
    this.grantPublish(publish);
    feed.triggerAndWatch(this, publish);
    MinuteSchedule.of(this).invoke(publish);
    watchFailures(publish);
    watchLag(publish);
  }

  /**
   * Lets another account put rules of its own on the bus, and read and change those only: a rule belongs to the account
   * that made it. Source: EventBridge user guide, "Permissions for event buses".
   */
  private admit(account: string): void {
    const { partition, region, account: own } = Stack.of(this);
    const ofRules = ['PutRule', 'PutTargets', 'RemoveTargets', 'DescribeRule', 'ListTargetsByRule'];
    const ofOwnRules = ['EnableRule', 'DisableRule', 'DeleteRule'];
    new CfnEventBusPolicy(this, `Subscriber-${account}`, {
      eventBusName: this.bus.eventBusName,
      statementId: `subscriber-${account}`,
      statement: {
        Effect: 'Allow',
        Principal: { AWS: `arn:${partition}:iam::${account}:root` },
        Action: [...ofRules, ...ofOwnRules].map((verb) => `events:${verb}`),
        Resource: `arn:${partition}:events:${region}:${own}:rule/${this.bus.eventBusName}/*`,
        Condition: { StringEqualsIfExists: { 'events:creatorAccount': account } },
      },
    });
  }

  private grantPublish(fn: ChanceryFunction): void {
    fn.setEnvironment({ BUS_NAME: this.bus.eventBusName });
    this.bus.grantPutEventsTo(fn);
  }
}
