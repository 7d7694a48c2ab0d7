import { createHmac, randomBytes } from 'node:crypto';

const prefix = 'whsec_';

/** Makes a signing secret in the form of Standard Webhooks: `whsec_` and 24 random bytes in base64. */
export const newSecret = (): string => prefix + randomBytes(24).toString('base64');

/** A message that a receiver verifies, with the id by which it recognizes repeats. */
export interface Message {
  readonly id: string;
  readonly body: string;
}

/**
 * Returns the headers of Standard Webhooks 1.0: a signature (HMAC-SHA-256 of id, timestamp and body) by each secret in
 * force.
 */
export function signedHeaders({ id, body }: Message, secrets: readonly string[], at: Date): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = (secret: string) =>
    createHmac('sha256', Buffer.from(secret.slice(prefix.length), 'base64')).update(`${id}.${timestamp}.${body}`);
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => `v1,${signature(secret).digest('base64')}`).join(' '),
  };
}
