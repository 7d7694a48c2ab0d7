import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { inForce, rotated, sealingWith } from '#shared/subscriptions/webhooks/sealed-secrets.ts';
import { newSecret, signedHeaders } from '#shared/subscriptions/webhooks/standard-webhooks.ts';

const message = { id: 'relation.BGD-PAK.1', body: '{"specversion":"1.0","position":1}' };

describe('a signature', () => {
  it('is one that the Standard Webhooks library takes, with any of the secrets in force', () => {
    const [fresh, old, foreign] = [newSecret(), newSecret(), newSecret()];
    const headers = signedHeaders(message, [fresh, old], new Date());
    for (const secret of [fresh, old])
      expect(new Webhook(secret).verify(message.body, headers)).toEqual({ specversion: '1.0', position: 1 });
    expect(() => new Webhook(foreign).verify(message.body, headers)).toThrow('No matching signature');
    expect(() => new Webhook(fresh).verify(message.body.replace('1}', '2}'), headers)).toThrow('No matching signature');
    expect(() => new Webhook(fresh).verify(message.body, { ...headers, 'webhook-id': 'another' })).toThrow(
      'No matching signature',
    );
  });

  it('says when it was made, so that a message cannot be sent again much later', () => {
    const headers = signedHeaders(message, [newSecret()], new Date(Date.now() - 3600_000));
    expect(() => new Webhook(newSecret()).verify(message.body, headers)).toThrow('Message timestamp too old');
  });

  it('is made with a secret of 192 random bits', () => {
    const secrets = new Set(Array.from({ length: 100 }, newSecret));
    expect(secrets.size).toBe(100);
    for (const secret of secrets) expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/);
  });
});

describe('a secret at rest', () => {
  it('can be opened by its own subscription only, and only unchanged', () => {
    const sealing = sealingWith(() => ['first key']);
    const sealed = sealing.seal('one', 'whsec_x');
    expect(sealing.open('one', sealed)).toBe('whsec_x');
    expect(JSON.stringify(sealed)).not.toContain('whsec_x');
    expect(sealing.seal('one', 'whsec_x').sealed).not.toBe(sealed.sealed);
    expect(() => sealing.open('another', sealed)).toThrow('unable to authenticate data');
    const bytes = Buffer.from(sealed.sealed, 'base64url');
    const changed = Buffer.from(bytes.map((byte, index) => (index === 30 ? byte ^ 1 : byte)));
    expect(() => sealing.open('one', { ...sealed, sealed: changed.toString('base64url') })).toThrow(
      'unable to authenticate data',
    );
  });

  it('stays readable while its key is replaced, and no longer than the key is known', () => {
    const before = sealingWith(() => ['old']).seal('one', 'whsec_x');
    const both = sealingWith(() => ['new', 'old']);
    expect(both.open('one', before)).toBe('whsec_x');
    const after = both.seal('one', 'whsec_y');
    expect(sealingWith(() => ['new']).open('one', after)).toBe('whsec_y');
    expect(() => sealingWith(() => ['new']).open('one', before)).toThrow(/is not known any more/);
  });

  it('that was replaced signs for another day, an older one does not', () => {
    const at = new Date('2025-01-20T09:00:00.000Z');
    const secret = (sealed: string) => ({ key: 'key', sealed });
    const twice = rotated(rotated([secret('1')], secret('2'), at), secret('3'), at);
    expect(twice).toEqual([secret('3'), { ...secret('2'), expiresAt: '2025-01-21T09:00:00.000Z' }]);
    expect(inForce(twice, new Date('2025-01-21T08:59:59.000Z'))).toHaveLength(2);
    expect(inForce(twice, new Date('2025-01-21T09:00:00.000Z'))).toEqual([secret('3')]);
  });
});
