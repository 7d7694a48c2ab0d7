import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Deployment } from '#infra/deployment.ts';
import { watchFailures, watchTampering } from '#infra/constructs/monitoring/function-alarms.ts';
import type { Checkpoints } from '#infra/constructs/feed/checkpoints.ts';
import type { Feed } from '#infra/constructs/feed/feed.ts';
import type { Ledger } from '#infra/constructs/ledger/ledger.ts';
import { NotedHeads } from '#infra/constructs/verification/noted-heads.ts';
import { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';
import { MinuteSchedule } from '#infra/constructs/primitives/minute-schedule.ts';
import type { LiveSockets } from '#infra/constructs/sockets/live-sockets.ts';
import type { Webhooks } from '#infra/constructs/webhooks/webhooks.ts';

export interface ReconcilerProps {
  readonly deployment: Deployment;
  readonly webhooks: Webhooks;
  readonly sockets: LiveSockets;
  readonly ledger: Ledger;
  readonly feed: Feed;
  readonly checkpoints: Checkpoints;
}

/**
 * Each minute triggers the deliveries and pushes that are due, to be tried again or missed, and verifies what was
 * recorded since. The verification is here since nothing waits for this function: it has a minute, and its errors and
 * failures have their alarms.
 */
export class Reconciler extends Construct {
  constructor(scope: Construct, id: string, props: ReconcilerProps) {
    super(scope, id);
    const { deployment, webhooks, sockets, ledger, feed, checkpoints } = props;
    const reconcile = new ChanceryFunction(this, 'reconcile', { deployment, timeout: Duration.seconds(60) });
    webhooks.grantReconcile(reconcile);
    sockets.grantReconcile(reconcile);
    ledger.grantRead(reconcile);
    feed.grantRead(reconcile);
    checkpoints.grantVerify(reconcile);
    new NotedHeads(this, 'NotedHeads', { deployment }).grantNote(reconcile);
    MinuteSchedule.of(this).invoke(reconcile);
    watchFailures(reconcile);
    watchTampering(this);
  }
}
