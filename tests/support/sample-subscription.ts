import { v7 } from 'uuid';
import type { Subscription } from '#shared/subscriptions/webhooks/subscription.ts';

/**
 * A subscription that was made a moment ago and starts at the beginning of the feed, with what a test says about it.
 */
export const sampleSubscription = (more: Partial<Subscription> = {}): Subscription => ({
  owner: 'analyst',
  id: v7(),
  url: 'https://receiver.example/events',
  filter: {},
  createdAt: '2025-01-20T09:00:00.000Z',
  state: 'active',
  secrets: [],
  version: 1,
  cursor: 0,
  catchingUp: true,
  dueAt: '2025-01-20T09:00:00.000Z',
  failures: 0,
  ...more,
});
