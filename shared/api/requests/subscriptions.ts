import * as z from 'zod';
import { text } from '#shared/domain/events/text.ts';
import { Filter } from '#shared/subscriptions/filter/filter.ts';
import { maxUrlLength } from '#shared/subscriptions/webhooks/webhook-url.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { IdempotencyKey } from '#shared/api/protocol/preconditions.ts';
import { Cursor, PageLimit, TagHeader } from '#shared/api/protocol/list-parameters.ts';

const expectedStart = 'expected "beginning", "now" or {"after": "<cursor>"}';

/** Where a subscription begins. */
const Start = z
  .union([z.enum(['beginning', 'now'], expectedStart), z.strictObject({ after: Cursor })], expectedStart)
  .meta({
    description: 'From the first event on, from now on, or after a cursor of the feed or of another subscription',
  });
export type Start = z.output<typeof Start>;

const Url = z
  .string()
  .max(maxUrlLength)
  .meta({ format: 'uri', description: 'https, on port 443 or one from 1024 on, leading to a public address' });

const Description = text(200).meta({ description: 'What it is for, in words of your own' });

const path = z.object({
  subscriptionId: z.string().max(100).meta({ description: 'The id of one of your subscriptions' }),
});

/** `POST /subscriptions` */
export const createSubscriptionRequest = {
  headers: z.object({ 'idempotency-key': IdempotencyKey }),
  body: z.strictObject({
    url: Url,
    filter: Filter.default({}),
    from: Start.default('now'),
    description: Description.optional(),
  }),
} as const satisfies RequestContract;

/** `GET /subscriptions` */
export const listSubscriptionsRequest = {
  headers: TagHeader,
  query: z.strictObject({ limit: PageLimit, cursor: Cursor.optional() }),
} as const satisfies RequestContract;

/** `GET /subscriptions/{subscriptionId}` */
export const readSubscriptionRequest = { headers: TagHeader, path } as const satisfies RequestContract;

/** `DELETE /subscriptions/{subscriptionId}`, a ping, a new secret */
export const oneSubscriptionRequest = { path } as const satisfies RequestContract;

/** `PATCH /subscriptions/{subscriptionId}` */
export const changeSubscriptionRequest = {
  path,
  body: z
    .strictObject({
      url: Url.optional(),
      filter: Filter.optional(),
      description: Description.optional(),
      state: z
        .enum(['active', 'paused'])
        .optional()
        .meta({ description: '`active` also resumes one that was suspended or disabled, from its cursor' }),
    })
    .refine((changes) => Object.keys(changes).length > 0, { error: 'expected at least one field to change' }),
} as const satisfies RequestContract;

/** `POST /subscriptions/{subscriptionId}/replay` */
export const replaySubscriptionRequest = {
  path,
  body: z.strictObject({ from: Start }),
} as const satisfies RequestContract;
