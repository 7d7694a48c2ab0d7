import { facetsInLedger } from '#shared/ledger/facets-in-ledger.ts';
import type { LedgerReader } from '#shared/ledger/ledger.ts';
import { cloudEvent } from '#shared/subscriptions/event-bus/cloud-event.ts';
import { isAnnouncement, type Notice } from '#shared/subscriptions/phases/wanted-notices.ts';
import { phaseCloudEvent } from '#shared/subscriptions/phases/phase-entry.ts';
import { inForce, type Sealing } from './sealed-secrets.ts';
import { type Message, signedHeaders } from './standard-webhooks.ts';
import type { Failure, Subscription } from './subscription.ts';
import { type ReceiverResponse, NotReached, type WebhookClient } from './webhook-client.ts';

/** Characters of a receiver's response that its owner is shown. */
const shownCharacters = 400;

/** Returns the message of an event or of a change of phase: the same on every attempt and replay. */
export async function messageOf(ledger: Pick<LedgerReader, 'commits'>, notice: Notice): Promise<Message> {
  const event = isAnnouncement(notice)
    ? phaseCloudEvent(notice)
    : cloudEvent(notice, await facetsInLedger(ledger, notice));
  return { id: notice.id, body: JSON.stringify(event) };
}

/** Returns a message that only tests whether the receiver is reached. */
export const pingOf = (id: string, { id: subscription }: Subscription, at: Date): Message => ({
  id,
  body: JSON.stringify({
    specversion: '1.0',
    id,
    source: '/chancery',
    type: 'chancery.ping',
    subject: subscription,
    time: at.toISOString(),
  }),
});

/** Posts signed messages to the receivers of subscriptions; any 2xx accepts one. */
export const postWebhook =
  (client: Pick<WebhookClient, 'post'>, sealing: Pick<Sealing, 'open'>, now: () => Date) =>
  async ({ id, url, secrets }: Subscription, message: Message): Promise<ReceiverResponse | Failure> => {
    const at = now();
    const opened = inForce(secrets, at).map((secret) => sealing.open(id, secret));
    const headers = {
      ...signedHeaders(message, opened, at),
      'content-type': 'application/cloudevents+json',
      'user-agent': 'chancery-webhooks',
    };
    try {
      return await client.post(url, headers, message.body);
    } catch (error) {
      if (error instanceof NotReached) return { error: error.message, gone: false };
      throw error;
    }
  };

/** Returns why a response is a failure; `undefined` when it is a 2xx. */
export function failureOf(answer: ReceiverResponse | Failure): Failure | undefined {
  if ('error' in answer) return answer;
  const { status, body } = answer;
  if (status >= 200 && status < 300) return undefined;
  const redirect = status >= 300 && status < 400 ? ' (redirects are not followed)' : '';
  const said = body
    .slice(0, shownCharacters)
    .replaceAll(/[\s\p{C}]+/gu, ' ')
    .trim();
  return { error: `The receiver answered ${status}${redirect}${said === '' ? '' : `: ${said}`}`, gone: status === 410 };
}
