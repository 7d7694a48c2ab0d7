import { v7 } from 'uuid';
import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { environment } from '#shared/environment.ts';
import { json, subjectOf } from '#shared/api/protocol/http-request.ts';
import { parseRequest } from '#shared/api/protocol/parse-request.ts';
import { notFound } from '#shared/api/protocol/problem.ts';
import { oneSubscriptionRequest } from '#shared/api/requests/subscriptions.ts';
import { dynamoDBSubscriptions } from '#shared/subscriptions/webhooks/dynamodb-subscriptions.ts';
import { failureOf, pingOf, postWebhook } from '#shared/subscriptions/webhooks/post-webhook.ts';
import { loopbackOf } from '#shared/subscriptions/webhooks/public-address.ts';
import { sealingWith } from '#shared/subscriptions/webhooks/sealed-secrets.ts';
import type { Subscriptions } from '#shared/subscriptions/webhooks/subscriptions.ts';
import { webhookClient } from '#shared/subscriptions/webhooks/webhook-client.ts';
import { httpFunction } from '#functions/adapters/http-function.ts';

export interface PingPorts {
  readonly subscriptions: Pick<Subscriptions, 'get'>;
  readonly post: ReturnType<typeof postWebhook>;
  readonly now: () => Date;
}

/** `POST /subscriptions/{subscriptionId}/ping`: whatever its state, and without effect on it. */
export const pingSubscription = ({ subscriptions, post, now }: PingPorts) =>
  httpFunction(async (request) => {
    const { subscriptionId: id } = parseRequest(oneSubscriptionRequest, request).path;
    const subscription = await subscriptions.get({ owner: subjectOf(request), id });
    if (subscription === undefined) throw notFound(`You have no subscription ${id}`);
    const failure = failureOf(await post(subscription, pingOf(`ping.${v7()}`, subscription, now())));
    return json(200, { delivered: failure === undefined, error: failure?.error });
  });

const now = () => new Date();
const client = webhookClient({ loopback: loopbackOf(environment('WEBHOOK_LOOPBACK')), keepAlive: false });

export const handler = pingSubscription({
  subscriptions: dynamoDBSubscriptions(dynamoDBClient(), {
    subscriptions: environment('SUBSCRIPTIONS_TABLE'),
    terms: environment('SUBSCRIPTION_TERMS_TABLE'),
  }),
  post: postWebhook(client, sealingWith(environment('SEALING_KEYS')), now),
  now,
});
