import type { DueSubscriptions, TriggerDeliveries } from '#shared/subscriptions/webhooks/subscriptions.ts';

/** What is due at some time, and how it is triggered. */
export interface DueWork {
  readonly due: DueSubscriptions;
  readonly trigger: TriggerDeliveries;
}

/** Triggers everything that is due by now, since its time has come or its last trigger was lost. */
export async function triggerDue({ due, trigger }: DueWork, now: Date): Promise<void> {
  await trigger(await Array.fromAsync(due.due(now.toISOString())));
}
