import * as z from 'zod';
import { Filter } from '#shared/subscriptions/filter/filter.ts';
import { Cursor } from '#shared/api/protocol/cursor-schema.ts';

const Lag = z
  .object({
    events: z
      .int()
      .min(0)
      .meta({ description: 'Events of the feed between its cursor and the last one that concerns it' }),
    seconds: z.number().min(0).meta({ description: 'For how long the next of them has been recorded' }),
  })
  .meta({ id: 'Lag' });

const fields = {
  id: z.string(),
  url: z.string(),
  filter: Filter,
  description: z.string().optional(),
  state: z.enum(['active', 'paused', 'suspended', 'disabled']),
  reason: z.string().optional().meta({ description: 'Why it was suspended or disabled' }),
  cursor: Cursor.meta({ description: 'Everything up to here has been delivered: a cursor of the feed' }),
  lag: Lag,
  failures: z.int().min(0).meta({ description: 'Failed attempts since the last success' }),
  createdAt: z.iso.datetime(),
  lastSuccessAt: z.iso.datetime().optional(),
  lastError: z.string().max(500).optional().meta({ description: 'What went wrong last, since the last success' }),
  nextAttemptAt: z.iso.datetime().optional().meta({ description: 'When it is tried again, at the earliest' }),
};

/** A subscription as its owner sees it. */
export const SubscriptionAsRead = z.object(fields).meta({ id: 'Subscription' });

const secret = z.string().meta({ description: 'Signs the messages (Standard Webhooks); shown this once' });

/** A subscription with its secret, when that is new. */
export const SubscriptionWithSecret = z.object({ ...fields, secret }).meta({ id: 'SubscriptionWithSecret' });
