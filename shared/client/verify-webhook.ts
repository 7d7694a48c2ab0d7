import { Webhook } from 'standardwebhooks';
import type { RecordedEvent } from './api-schema.ts';

/** What a webhook or a socket brings: a CloudEvents 1.0 event, whose `data` is the recorded event. */
export interface CloudEvent {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly position: number;
  /** Where to get the event that was too large to be sent. */
  readonly dataref?: string;
  readonly data: RecordedEvent;
}

/** A message that was not signed with the secret, or not within five minutes of now. */
export class NotSigned extends Error {
  override readonly name = 'NotSigned';
}

/**
 * Verifies the signature of a webhook (Standard Webhooks 1.0) over its body, byte for byte as it was received, and
 * returns its event. Throws `NotSigned`.
 */
export function verifyWebhook(
  secret: string,
  body: string,
  headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>,
): CloudEvent {
  const given = headers instanceof Headers ? Object.fromEntries(headers) : headers;
  const flat = Object.fromEntries(Object.entries(given).map(([name, value]) => [name.toLowerCase(), String(value)]));
  try {
    return new Webhook(secret).verify(body, flat) as CloudEvent;
  } catch (error) {
    throw new NotSigned(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
