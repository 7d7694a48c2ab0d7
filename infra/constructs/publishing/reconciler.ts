import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Deployment } from '#infra/deployment.ts';
import { watchFailures } from '#infra/constructs/monitoring/function-alarms.ts';
import { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';
import { MinuteSchedule } from '#infra/constructs/primitives/minute-schedule.ts';
import type { LiveSockets } from '#infra/constructs/sockets/live-sockets.ts';
import type { Webhooks } from '#infra/constructs/webhooks/webhooks.ts';

export interface ReconcilerProps {
  readonly deployment: Deployment;
  readonly webhooks: Webhooks;
  readonly sockets: LiveSockets;
}

/** Triggers, each minute, the deliveries and pushes that are due: to be tried again, or missed. */
export class Reconciler extends Construct {
  constructor(scope: Construct, id: string, { deployment, webhooks, sockets }: ReconcilerProps) {
    super(scope, id);
    const reconcile = new ChanceryFunction(this, 'reconcile', { deployment, timeout: Duration.seconds(60) });
    webhooks.grantReconcile(reconcile);
    sockets.grantReconcile(reconcile);
    MinuteSchedule.of(this).invoke(reconcile);
    watchFailures(reconcile);
  }
}
