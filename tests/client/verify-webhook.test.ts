import { describe, expect, it } from 'vitest';
import { NotSigned, verifyWebhook } from '#shared/client/chancery.ts';
import { newSecret, signedHeaders } from '#shared/subscriptions/webhooks/standard-webhooks.ts';

const secret = newSecret();
const message = { id: 'relation.BGD-PAK.1', body: JSON.stringify({ id: 'relation.BGD-PAK.1', position: 1 }) };
const signed = (at = new Date()) => signedHeaders(message, [newSecret(), secret], at);

describe('the verification of a webhook', () => {
  it('returns the event of a message that the secret signed, whatever the case of the headers', () => {
    const upper = Object.fromEntries(Object.entries(signed()).map(([name, value]) => [name.toUpperCase(), value]));
    expect(verifyWebhook(secret, message.body, upper)).toEqual({ id: 'relation.BGD-PAK.1', position: 1 });
    expect(verifyWebhook(secret, message.body, new Headers(signed())).position).toBe(1);
  });

  it.for([
    ['another body', () => verifyWebhook(secret, `${message.body} `, signed())],
    ['another secret', () => verifyWebhook(newSecret(), message.body, signed())],
    [
      'a signature of ten minutes ago',
      () => verifyWebhook(secret, message.body, signed(new Date(Date.now() - 600_000))),
    ],
    ['no signature', () => verifyWebhook(secret, message.body, {})],
  ] as const)('refuses %s', ([, verify]) => {
    expect(verify).toThrow(NotSigned);
  });
});
