import * as z from 'zod';
import { Filter } from '#shared/subscriptions/filter/filter.ts';
import { Cursor } from '#shared/api/protocol/list-parameters.ts';
import {
  changeSubscriptionRequest,
  createSubscriptionRequest,
  listSubscriptionsRequest,
  oneSubscriptionRequest,
  readSubscriptionRequest,
  replaySubscriptionRequest,
} from '#shared/api/requests/subscriptions.ts';
import type { Operation } from './operation.ts';
import { listOf, oneOf } from './query-replies.ts';

const Lag = z.object({
  events: z
    .int()
    .min(0)
    .meta({ description: 'Events of the feed between its cursor and the last one that concerns it' }),
  seconds: z.number().min(0).meta({ description: 'For how long the next of them has been recorded' }),
});

const shown = {
  id: z.string(),
  url: z.string(),
  filter: Filter,
  description: z.string().optional(),
  state: z.enum(['active', 'paused', 'suspended', 'disabled']),
  reason: z.string().optional().meta({ description: 'Why it was suspended or disabled' }),
  cursor: Cursor.meta({ description: 'Everything up to here has been delivered: a cursor of the feed' }),
  lag: Lag,
  failures: z.int().min(0).meta({ description: 'Attempts in vain since the last success' }),
  createdAt: z.iso.datetime(),
  lastSuccessAt: z.iso.datetime().optional(),
  lastError: z.string().max(500).optional().meta({ description: 'What went wrong last, since the last success' }),
  nextAttemptAt: z.iso.datetime().optional().meta({ description: 'When it is tried again, at the earliest' }),
};

/** A subscription as its owner sees it. */
const SubscriptionShown = z.object(shown).meta({ id: 'Subscription' });

const secret = z.string().meta({ description: 'Signs the messages (Standard Webhooks); shown this once' });
const SubscriptionWithSecret = z.object({ ...shown, secret }).meta({ id: 'SubscriptionWithSecret' });

const one = { 200: { description: 'The subscription', content: { 'application/json': SubscriptionShown } } };
const posted = ['invalid-request', 'malformed-json', 'unsupported-media-type', 'payload-too-large'] as const;

/** The operations on subscriptions. */
export const subscriptionOperations: Readonly<Record<string, Operation>> = {
  'POST /subscriptions': {
    summary: 'Subscribe to events by webhook',
    description:
      'Every event that the filter wants is posted to the URL as a CloudEvents 1.0 event with its `position`, one after the other, at least once, and signed by ' +
      'Standard Webhooks. A 2xx within 10 s takes it; anything else is tried again, from 5 s to 6 h later, for three days, and then the subscription is suspended. ' +
      '410 disables it. With an `Idempotency-Key` the call may be repeated for a day.',
    request: createSubscriptionRequest,
    replies: {
      201: {
        description: 'Subscribed',
        content: { 'application/json': SubscriptionWithSecret },
        headers: z.object({ Location: z.string().meta({ description: 'The subscription' }) }),
      },
    },
    problems: [...posted, 'invalid-cursor', 'too-many-subscriptions', 'idempotency-key-reused'],
  },
  'GET /subscriptions': {
    summary: 'Your subscriptions',
    request: listSubscriptionsRequest,
    replies: listOf('A page of them, the oldest first', SubscriptionShown),
    problems: ['invalid-request', 'invalid-cursor'],
  },
  'GET /subscriptions/{subscriptionId}': {
    summary: 'One of your subscriptions: how far it is, and what went wrong',
    request: readSubscriptionRequest,
    replies: oneOf('The subscription', SubscriptionShown),
    problems: ['not-found'],
  },
  'PATCH /subscriptions/{subscriptionId}': {
    summary: 'Change, pause or resume a subscription',
    description: 'Another filter or URL holds for whatever has not been delivered yet.',
    request: changeSubscriptionRequest,
    replies: one,
    problems: [...posted, 'not-found'],
  },
  'DELETE /subscriptions/{subscriptionId}': {
    summary: 'End a subscription',
    request: oneSubscriptionRequest,
    replies: { 204: { description: 'It is gone' } },
    problems: ['not-found'],
  },
  'POST /subscriptions/{subscriptionId}/ping': {
    summary: 'Post a message of type `chancery.ping` to the receiver, now',
    request: oneSubscriptionRequest,
    replies: {
      200: {
        description: 'What came of it',
        content: { 'application/json': z.object({ delivered: z.boolean(), error: z.string().max(500).optional() }) },
      },
    },
    problems: ['not-found'],
  },
  'POST /subscriptions/{subscriptionId}/replay': {
    summary: 'Deliver again from a place in the feed on',
    description:
      'The messages have the same ids as before. One that is not active keeps its state, and starts there when it is resumed.',
    request: replaySubscriptionRequest,
    replies: one,
    problems: [...posted, 'invalid-cursor', 'not-found'],
  },
  'POST /subscriptions/{subscriptionId}/rotate-secret': {
    summary: 'Replace the secret',
    description: 'For a day, messages carry signatures of both the new secret and the one that it replaces.',
    request: oneSubscriptionRequest,
    replies: {
      200: {
        description: 'The subscription with its new secret',
        content: { 'application/json': SubscriptionWithSecret },
      },
    },
    problems: ['not-found'],
  },
};
