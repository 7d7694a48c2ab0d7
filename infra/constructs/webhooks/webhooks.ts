import { Duration } from 'aws-cdk-lib/core';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { Deployment } from '#infra/deployment.ts';
import { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';
import type { Checkpoints } from '#infra/constructs/feed/checkpoints.ts';
import type { Feed } from '#infra/constructs/feed/feed.ts';
import type { Ledger } from '#infra/constructs/ledger/ledger.ts';
import type { Publisher } from '#infra/constructs/publishing/publisher.ts';
import type { Subscriptions } from './subscriptions.ts';
import { NotificationQueue } from '#infra/constructs/primitives/notification-queue.ts';

export interface WebhooksProps {
  readonly deployment: Deployment;
  readonly ledger: Ledger;
  readonly feed: Feed;
  readonly checkpoints: Checkpoints;
  readonly publisher: Publisher;
  readonly subscriptions: Subscriptions;
}

/**
 * Brings events to the receivers of subscriptions: the bus wakes the matcher, which wakes the deliveries of those that want what is new.
 * The sweep, on the tick, wakes whoever was not woken or is to be tried again.
 */
export class Webhooks extends Construct {
  readonly matcher: ChanceryFunction;
  readonly deliverer: ChanceryFunction;
  readonly sweeper: ChanceryFunction;
  readonly matches: NotificationQueue;
  readonly deliveries: NotificationQueue;

  constructor(scope: Construct, id: string, props: WebhooksProps) {
    super(scope, id);
    const { deployment, ledger, feed, checkpoints, publisher, subscriptions } = props;
    const fn = (name: string) =>
      new ChanceryFunction(this, name, { deployment, timeout: Duration.seconds(60), memorySize: 512 });
    this.matches = new NotificationQueue(this, 'Matches', { fifo: false });
    this.deliveries = new NotificationQueue(this, 'Deliveries', { fifo: true });

    this.matcher = fn('match-subscriptions');
    feed.grantRead(this.matcher);
    ledger.grantRead(this.matcher);
    checkpoints.grantMove(this.matcher);
    subscriptions.grantMatch(this.matcher);
    this.grantWake(this.matcher);
    // Two at a time are enough to go on while one is at work: each goes to the end of the feed.
    this.matches.wake(this.matcher, { batchSize: 10, maxConcurrency: 2 });
    new Rule(this, 'NewEvents', {
      eventBus: publisher.bus,
      eventPattern: { source: ['chancery'] },
      targets: [new SqsQueue(this.matches)],
    });

    this.deliverer = fn('deliver-webhooks');
    feed.grantRead(this.deliverer);
    ledger.grantRead(this.deliverer);
    subscriptions.grantDeliver(this.deliverer);
    this.grantWake(this.deliverer);
    // One at a time, so that no receiver makes another one wait.
    this.deliveries.wake(this.deliverer, { batchSize: 1 });

    this.sweeper = fn('wake-webhooks');
    subscriptions.grantFindDue(this.sweeper);
    this.grantWake(this.sweeper);
  }

  /** Lets the function wake deliveries. */
  grantWake(fn: ChanceryFunction): void {
    fn.setEnvironment({ WAKE_QUEUE_URL: this.deliveries.queueUrl });
    this.deliveries.grant(fn, 'sqs:SendMessage');
  }
}
