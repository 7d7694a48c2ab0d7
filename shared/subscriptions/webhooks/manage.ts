import { createHash } from 'node:crypto';
import { v5, v7 } from 'uuid';
import type { Timing } from '#shared/clock.ts';
import { IdempotencyKeyReused } from '#shared/ledger/append-errors.ts';
import { rotated, type Sealing } from './sealed-secrets.ts';
import { type SubscriptionProgress, progressOf, type ProgressPorts } from './progress.ts';
import { isOfPhases } from '#shared/subscriptions/filter/is-of-phases.ts';
import { newSecret } from './standard-webhooks.ts';
import {
  activated,
  restartedAt,
  stopped,
  type Subscription,
  type SubscriptionKey,
  type SubscriptionSettings,
} from './subscription.ts';
import type { Subscriptions, TriggerDeliveries } from './subscriptions.ts';
import { unlessOvertaken } from './unless-overtaken.ts';
import { TooManySubscriptions } from '#shared/subscriptions/filter/too-many-subscriptions.ts';

export interface ManagementPorts extends ProgressPorts {
  readonly subscriptions: Subscriptions;
  readonly sealing: Sealing;
  readonly trigger: TriggerDeliveries;
  readonly now: () => Date;
  /** Of the pauses between attempts; absent: the system's. */
  readonly timing?: Omit<Timing, 'now'>;
}

export interface NewSubscription {
  readonly owner: string;
  /** The id of the client. */
  readonly client: string;
  readonly settings: SubscriptionSettings;
  /** The position after which its events begin. */
  readonly after: number;
  readonly idempotencyKey?: string | undefined;
  /** The request; it distinguishes a repetition from another request with the same key. */
  readonly request: unknown;
}

/** A subscription with its secret, which is shown only once. */
export interface WithSecret {
  readonly subscription: Subscription;
  readonly secret: string;
}

/** The namespace of the ids that derive from an Idempotency-Key. */
const namespace = '6f0d5a86-8a3b-4f0e-9a59-3a0c8c5f6d10';
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Makes a subscription, or returns the one that the same Idempotency-Key made within a day. Throws
 * `TooManySubscriptions` and `IdempotencyKeyReused`.
 */
export async function subscribe(ports: ManagementPorts, asked: NewSubscription): Promise<WithSecret> {
  const { subscriptions, sealing, trigger, now } = ports;
  const { owner, client, settings, after, idempotencyKey } = asked;
  const id = idempotencyKey === undefined ? v7() : v5(JSON.stringify([owner, idempotencyKey]), namespace);
  const secret = newSecret();
  const at = now().toISOString();
  const subscription: Subscription = {
    owner,
    id,
    ...settings,
    client,
    createdAt: at,
    state: 'active',
    secrets: [sealing.seal(id, secret)],
    version: 1,
    cursor: after,
    catchingUp: true,
    dueAt: at,
    failures: 0,
    requestHash: createHash('sha256').update(JSON.stringify(asked.request)).digest('base64url'),
  };
  switch (await subscriptions.create(subscription)) {
    case 'exists':
      return repeated(ports, subscription, idempotencyKey ?? '');
    case 'too-many':
      throw new TooManySubscriptions();
    case undefined:
      await trigger([{ owner, id }]);
      return { subscription, secret };
  }
}

/** Returns to a repetition what the first request with its key has made. */
async function repeated(
  { subscriptions, sealing, now }: ManagementPorts,
  asked: Subscription,
  key: string,
): Promise<WithSecret> {
  const subscription = await subscriptions.get(asked);
  const [sealed] = subscription?.secrets ?? [];
  const latest = new Date(now().getTime() - dayMs).toISOString();
  const same = subscription?.requestHash === asked.requestHash && (subscription?.createdAt ?? '') > latest;
  if (subscription === undefined || sealed === undefined || !same) throw new IdempotencyKeyReused('subscriptions', key);
  return { subscription, secret: sealing.open(subscription.id, sealed) };
}

/**
 * Changes a subscription, retrying on conflicts, and triggers its delivery; `undefined`: the owner has no such
 * subscription. Throws `ServiceUnavailable`.
 */
export async function changed(
  ports: ManagementPorts,
  key: SubscriptionKey,
  change: (progress: SubscriptionProgress, at: Date) => Subscription | Promise<Subscription>,
): Promise<SubscriptionProgress | undefined> {
  const outcome = await unlessOvertaken(ports.timing, `The subscription ${key.id} was changed`, async () => {
    const progress = await progressOf(ports, key);
    if (progress === undefined) return 'unknown';
    const subscription = await ports.subscriptions.save(progress.subscription, await change(progress, ports.now()));
    return subscription && { subscription, reached: progress.reached };
  });
  if (outcome === 'unknown') return undefined;
  if (outcome.subscription.dueAt !== undefined) await ports.trigger([key]);
  return outcome;
}

/** The owner can neither resume nor pause what an operator has stopped, nor post to its receiver. */
export class StoppedByOperator extends Error {
  constructor(id: string) {
    super(`An operator has stopped the subscription ${id}: it needs a caller with chancery/operate to release it`);
    this.name = 'StoppedByOperator';
  }
}

/** Events and changes of phase are counted by positions of two logs: one place cannot become one of the other. */
export class KindChanged extends Error {
  override readonly name = 'KindChanged';
  constructor() {
    super('Expected the kind that the subscription has, of events or of changes of phase: make another for the other');
  }
}

export type SettingsChange = {
  readonly [Setting in keyof SubscriptionSettings]?: SubscriptionSettings[Setting] | undefined;
} & {
  readonly state?: 'active' | 'paused' | undefined;
};

/** Applies other settings to all that has not been delivered, and makes the subscription due at once. */
export const withSettings =
  ({ state, url, filter, description }: SettingsChange) =>
  ({ subscription, reached }: SubscriptionProgress, at: Date): Subscription => {
    if (filter && isOfPhases(filter) !== isOfPhases(subscription.filter)) throw new KindChanged();
    const settings = {
      ...(url && { url }),
      ...(filter && { filter }),
      ...(description !== undefined && { description }),
    };
    const next = { ...subscription, ...settings };
    if (state !== undefined && subscription.stoppedByOperator === true) throw new StoppedByOperator(subscription.id);
    if (state === 'paused') return stopped(next, 'paused', reached);
    if (state === 'active') return activated(next, reached, at.toISOString());
    const redirected = url !== undefined || filter !== undefined;
    return redirected && next.state === 'active' ? restartedAt(next, reached, at.toISOString()) : next;
  };

/** Makes a new secret; the one that it replaces also signs for another day. */
export async function rotateSecret(
  ports: ManagementPorts,
  key: SubscriptionKey,
): Promise<(SubscriptionProgress & WithSecret) | undefined> {
  const secret = newSecret();
  const progress = await changed(ports, key, ({ subscription }, at) => ({
    ...subscription,
    secrets: rotated(subscription.secrets, ports.sealing.seal(subscription.id, secret), at),
  }));
  return progress && { ...progress, secret };
}

/**
 * Ends a subscription, retrying on conflicts; `false`: the owner has no such subscription. Throws `ServiceUnavailable`.
 */
export async function unsubscribe(ports: ManagementPorts, key: SubscriptionKey): Promise<boolean> {
  return unlessOvertaken(ports.timing, `The subscription ${key.id} was changed`, async () => {
    const subscription = await ports.subscriptions.get(key);
    if (subscription === undefined) return false;
    return (await ports.subscriptions.remove(subscription)) || undefined;
  });
}
