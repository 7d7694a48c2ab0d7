import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Deployment } from '#infra/deployment.ts';
import type { Feed } from '#infra/constructs/feed/feed.ts';
import type { SignIn } from '#infra/constructs/identity/sign-in.ts';
import type { Ledger } from '#infra/constructs/ledger/ledger.ts';
import { Monitoring } from '#infra/constructs/monitoring/monitoring.ts';
import { ownMetric } from '#infra/constructs/monitoring/own-metric.ts';
import { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';
import { NotificationQueue } from '#infra/constructs/primitives/notification-queue.ts';
import type { ReadModels } from '#infra/constructs/read-models/read-models.ts';
import type { Subscriptions } from './subscriptions.ts';

export interface WebhooksProps {
  readonly deployment: Deployment;
  readonly ledger: Ledger;
  readonly feed: Feed;
  readonly readModels: ReadModels;
  readonly subscriptions: Subscriptions;
  readonly signIn: SignIn;
}

/** Delivers events to the receivers of subscriptions, triggered by a queue whose messages name a subscription. */
export class Webhooks extends Construct {
  private readonly subscriptions: Subscriptions;
  private readonly deliveries: NotificationQueue;

  constructor(scope: Construct, id: string, props: WebhooksProps) {
    super(scope, id);
    const { deployment, ledger, feed, readModels, subscriptions, signIn } = props;
    this.subscriptions = subscriptions;
    this.deliveries = new NotificationQueue(this, 'Deliveries', { fifo: true });
    const deliver = new ChanceryFunction(this, 'deliver-webhooks', {
      deployment,
      timeout: Duration.seconds(60),
      triggersItself: true,
    });
    feed.grantRead(deliver);
    ledger.grantRead(deliver);
    readModels.grantReadPhases(deliver);
    subscriptions.grantDeliver(deliver);
    signIn.grantKnowClients(deliver); // a subscription ends with its client
    this.grantTrigger(deliver);
    // Receivers in one batch would wait for each other; and slow ones must not leave the API without executions.
    this.deliveries.trigger(deliver, { batchSize: 1, maxConcurrency: deployment.concurrency.maxDeliveries });
    this.watch(deliver);
  }

  /** Lets the function trigger deliveries. */
  grantTrigger(fn: ChanceryFunction): void {
    fn.setEnvironment({ DELIVERY_QUEUE_URL: this.deliveries.queueUrl });
    this.deliveries.grant(fn, 'sqs:SendMessage');
  }

  /** Lets the function find the subscriptions that want an event, and trigger their deliveries. */
  grantMatch(fn: ChanceryFunction): void {
    this.subscriptions.grantMatch(fn);
    this.grantTrigger(fn);
  }

  /** Lets the function find the subscriptions that are due, and trigger their deliveries. */
  grantReconcile(fn: ChanceryFunction): void {
    this.subscriptions.grantFindDue(fn);
    this.grantTrigger(fn);
  }

  private watch(deliver: ChanceryFunction): void {
    const monitoring = Monitoring.of(this);
    monitoring.alarm('webhook-delivery-failed', {
      metric: ownMetric('Failures', deliver.node.id),
      meaning: 'A delivery met an error of the service itself',
      entry: 'webhook-delivery-failed',
    });
    monitoring.alarm('webhook-stopped', {
      metric: ownMetric('SubscriptionsStopped', deliver.node.id),
      meaning: 'A receiver failed for three days, or is gone, and its subscription was stopped',
      entry: 'webhook-stopped',
    });
  }
}
