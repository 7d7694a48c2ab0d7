import { type EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Deployment } from '#infra/deployment.ts';
import type { Checkpoints } from '#infra/constructs/feed/checkpoints.ts';
import type { Feed } from '#infra/constructs/feed/feed.ts';
import type { Ledger } from '#infra/constructs/ledger/ledger.ts';
import { watchFailures, watchLag } from '#infra/constructs/monitoring/function-alarms.ts';
import { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';
import { MinuteSchedule } from '#infra/constructs/primitives/minute-schedule.ts';
import { NotificationQueue } from '#infra/constructs/primitives/notification-queue.ts';
import type { LiveSockets } from '#infra/constructs/sockets/live-sockets.ts';
import type { ReadModels } from '#infra/constructs/read-models/read-models.ts';
import type { Webhooks } from '#infra/constructs/webhooks/webhooks.ts';

export interface SubscriberMatchingProps {
  readonly deployment: Deployment;
  readonly ledger: Ledger;
  readonly feed: Feed;
  readonly checkpoints: Checkpoints;
  readonly readModels: ReadModels;
  readonly bus: EventBus;
  readonly webhooks: Webhooks;
  readonly sockets: LiveSockets;
}

/**
 * Finds the webhooks and sockets that want new events and changes of phase: triggered by the bus, and each minute, by
 * way of one queue.
 */
export class SubscriberMatching extends Construct {
  constructor(scope: Construct, id: string, props: SubscriberMatchingProps) {
    super(scope, id);
    const { deployment, ledger, feed, checkpoints, readModels, bus, webhooks, sockets } = props;
    const match = new ChanceryFunction(this, 'match-subscribers', { deployment, timeout: Duration.seconds(60) });
    feed.grantRead(match);
    ledger.grantRead(match); // a filter sees a correction as the event that it is about
    checkpoints.grantMove(match);
    readModels.grantReadPhases(match);
    webhooks.grantMatch(match);
    sockets.grantMatch(match);
    watchFailures(match);
    watchLag(match);

    const triggers = new NotificationQueue(this, 'Triggers', { fifo: false });
    // One goes on when another ends: each goes to the end of the feed.
    triggers.trigger(match, { batchSize: 10, maxConcurrency: 2 });
    MinuteSchedule.of(this).notify(triggers);
    new Rule(this, 'NewEvents', {
      eventBus: bus,
      eventPattern: { source: ['chancery'] },
      targets: [new SqsQueue(triggers, { maxEventAge: Duration.minutes(5), retryAttempts: 5 })],
    });
  }
}
