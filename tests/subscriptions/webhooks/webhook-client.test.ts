import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { violationOfAddress } from '#shared/subscriptions/webhooks/public-address.ts';
import { failureOf } from '#shared/subscriptions/webhooks/post-webhook.ts';
import { violationOfUrl } from '#shared/subscriptions/webhooks/webhook-url.ts';
import {
  maxAnswerBytes,
  type WebhookClientOptions,
  webhookClient,
} from '#shared/subscriptions/webhooks/webhook-client.ts';
import { type Receiver, startReceiver } from '#tests/support/receiver.ts';

let receiver: Receiver;
let clients: ReturnType<typeof webhookClient>[];
beforeEach(async () => {
  receiver = await startReceiver();
  clients = [];
});
afterEach(async () => {
  for (const client of clients) client.close();
  await receiver.stop();
});

function clientOf(options: Partial<WebhookClientOptions> = {}) {
  const client = webhookClient({ loopback: 'allowed', keepAlive: true, timeoutMs: 5000, ...options });
  clients.push(client);
  return client;
}
const post = async (url = receiver.url, options: Partial<WebhookClientOptions> = {}) =>
  clientOf(options).post(url, { 'content-type': 'text/plain' }, 'news');

describe('posting to a receiver', () => {
  it('sends the body and the headers, and returns the response', async () => {
    receiver.behave((response) => response.writeHead(202).end('thanks'));
    expect(await post()).toEqual({ status: 202, body: 'thanks' });
    expect(receiver.received).toMatchObject([{ body: 'news', headers: { 'content-type': 'text/plain', 'content-length': '4' } }]); // prettier-ignore
  });

  it('uses a connection again', async () => {
    const client = clientOf();
    for (let count = 0; count < 3; count += 1) await client.post(receiver.url, {}, 'news');
    expect([receiver.received.length, receiver.connections()]).toEqual([3, 1]);
  });

  it('follows no redirect', async () => {
    receiver.behave((response) => response.writeHead(302, { location: `${receiver.url}/elsewhere` }).end());
    const answer = await post();
    expect(failureOf(answer)?.error).toBe('The receiver answered 302 (redirects are not followed)');
    expect(receiver.received).toHaveLength(1);
  });

  it('gives up on a receiver that hangs before or within its response', async () => {
    receiver.behave(() => undefined);
    await expect(post(receiver.url, { timeoutMs: 200 })).rejects.toThrow('No complete answer within 0.2 s');
    receiver.behave((response) => void response.writeHead(200).write('well'));
    await expect(post(receiver.url, { timeoutMs: 200 })).rejects.toThrow('No complete answer within 0.2 s');
  });

  it('refuses a response that ends in the middle', async () => {
    receiver.behave((response) => {
      response.writeHead(200, { 'content-length': '100' }).write('well');
      setImmediate(() => response.destroy());
    });
    await expect(post()).rejects.toThrow('closed the connection before its answer was complete');
  });

  it('reads no more of a response than it needs', async () => {
    const sent = { bytes: 0 };
    receiver.behave((response) => {
      response.writeHead(200);
      const more = (): void => {
        while (sent.bytes < 10 * 1024 * 1024 && !response.destroyed) {
          sent.bytes += 16 * 1024;
          if (!response.write(Buffer.alloc(16 * 1024, 'x'))) return void response.once('drain', more);
        }
        response.end();
      };
      more();
    });
    const { status, body } = await post();
    expect([status, body.length]).toEqual([200, maxAnswerBytes]);
    expect(sent.bytes).toBeLessThan(10 * 1024 * 1024);
  });

  it('shows at most 500 characters of what a receiver says', async () => {
    receiver.behave((response) => response.writeHead(500).end('no '.repeat(10_000)));
    const failure = failureOf(await post());
    expect(failure?.error).toMatch(/^The receiver answered 500: no no /);
    expect(failure?.error.length).toBeLessThanOrEqual(500);
  });

  it('shows nothing of it that a terminal or a page would obey', async () => {
    receiver.behave((response) => response.writeHead(500).end('a\u001b[31mb\u0000c\r\nd\u202ee\u200bf\u{e0041}g'));
    expect(failureOf(await post())?.error).toBe('The receiver answered 500: a [31mb c d e f g');
  });

  it('reports that no receiver is there', async () => {
    const { url } = receiver;
    await receiver.stop();
    await expect(post(url)).rejects.toThrow('The receiver refuses connections');
    receiver = await startReceiver();
  });
});

describe('the way into a private network', () => {
  const named = (port: number) => `https://receiver.example:${port}/events`;

  it('is closed for a name that leads there, even among other addresses', async () => {
    for (const addresses of [['10.0.0.1'], ['93.184.215.14', '127.0.0.1'], ['::ffff:169.254.169.254'], []]) {
      const resolve = async () => addresses;
      await expect(post(named(receiver.port), { loopback: 'refused', resolve })).rejects.toThrow(
        /leads nowhere public|has no address/,
      );
    }
    expect(receiver.connections()).toBe(0);
  });

  it('is closed for a name that led elsewhere a moment ago: the address that was checked is the one connected to', async () => {
    const answers = [['127.0.0.1'], ['10.0.0.1'], ['127.0.0.1']];
    const client = clientOf({ resolve: async () => answers.shift() ?? [] });
    const url = `http://localhost:${receiver.port}/events`;
    receiver.behave((response) => response.writeHead(200, { connection: 'close' }).end());
    expect(await client.post(url, {}, 'first')).toMatchObject({ status: 200 });
    await expect(client.post(url, {}, 'second')).rejects.toThrow('10.0.0.1 is not a public address');
    expect(await client.post(url, {}, 'third')).toMatchObject({ status: 200 });
    expect([answers, receiver.connections()]).toEqual([[], 2]);
  });

  it('is closed for an address that says so itself, whatever the deployment had allowed before', async () => {
    await expect(post(receiver.url, { loopback: 'refused' })).rejects.toThrow('127.0.0.1 is not a public address');
    expect(receiver.connections()).toBe(0);
  });

  it.each([
    '127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '255.255.255.255', '224.0.0.1',
    '192.0.2.1', '198.18.0.1', '::1', '::', 'fe80::1', 'fd00::1', 'fec0::1', 'ff02::1', '::ffff:10.0.0.1', '::ffff:7f00:1', '64:ff9b::a00:1',
    '64:ff9b:1::1', '2002:7f00:1::', '2001::1', '2001:db8::1', '100::1', '::102:304', '::8.8.8.8', '4000::1', 'localhost',
  ])('is not open by %s', (address) => {
    expect(violationOfAddress(address, 'refused')).toBeDefined();
  }); // prettier-ignore

  it.each(['93.184.215.14', '2606:4700::1111', '::ffff:93.184.215.14'])('does not close %s', (address) => {
    expect(violationOfAddress(address, 'refused')).toBeUndefined();
  });
});

describe('the URL of a receiver', () => {
  it.each([
    ['https://example.org/events?key=1', undefined],
    ['https://example.org:8443', undefined],
    ['https://[2606:4700::1111]/', undefined],
    ['http://example.org', 'expected https'],
    ['ftp://example.org', 'expected https'],
    ['example.org', 'expected an absolute URL, such as "https://example.org/events"'],
    ['https://user:secret@example.org', 'expected a URL without user name and password'],
    ['https://example.org/#top', 'expected a URL without fragment (#…)'],
    ['https://example.org:25', 'expected port 443 or one from 1024 on, not 25'],
    ['https://intranet/events', 'expected a host with its full name'],
    ['https://localhost/events', 'expected a host with its full name'],
    ['http://127.0.0.1:8080', 'expected a public host: 127.0.0.1 is not a public address'],
    ['https://2130706433', 'expected a public host: 127.0.0.1 is not a public address'],
    ['https://[::ffff:10.0.0.1]', 'expected a public host: ::ffff:a00:1 is not a public address'],
    [`https://example.org/${'x'.repeat(2000)}`, 'expected a URL of at most 2000 characters'],
  ])('is judged before anything is sent: %s', (url, fault) => {
    expect(violationOfUrl(url, 'refused')).toBe(fault);
  });

  // prettier-ignore
  const ways = [
    'https://0x7f.1', 'https://0177.0.0.1', 'https://127.1', 'https://127.0.1', 'https://0x7f000001', 'https://017700000001',
    'https://127.0.0.1.', 'https://１２７.0.0.1', 'https://127。0。0。1', 'https://%31%32%37.0.0.1', 'https://①②⑦.0.0.1',
    'https://[::ffff:127.0.0.1]', 'https://[0:0:0:0:0:0:0:1]', 'https:\\\\127.0.0.1', 'https:127.0.0.1', ' https://127.0.0.1 ',
    'ht\ttps://127.0.0.1',
  ];

  it.each(ways)('is judged by the address that it is parsed to: %s', (url) => {
    expect(violationOfUrl(url, 'refused')).toMatch(/^expected a public host: .+ is not a public address$/);
    expect(violationOfUrl(url, 'allowed')).toBeUndefined();
  });

  it.each(['https://0xa.1', 'https://012.0.0.1', 'https://10.1', 'https://１０.0.0.1', 'https://0xa9fea9fe'])(
    'may lead to this machine and to no other inside: %s',
    (url) => {
      expect(violationOfUrl(url, 'allowed')).toMatch(/^expected a public host: .+ is not a public address$/);
    },
  );

  it.each(['http://127.0.0.1.example.org', 'http://127.evil.example', 'http://localhost.example.org'])(
    'is that of another machine, whatever it begins with: %s',
    (url) => {
      expect(violationOfUrl(url, 'allowed')).toBe('expected https');
    },
  );

  it('may lead to this machine, also without encryption, where the deployment allows it', () => {
    for (const url of [
      'http://127.0.0.1:8080/x',
      'http://localhost:8080',
      'http://[::1]:8080',
      'https://localhost:8443',
    ])
      expect(violationOfUrl(url, 'allowed')).toBeUndefined();
    for (const url of ['http://10.0.0.1:8080', 'http://example.org', 'https://192.168.1.1'])
      expect(violationOfUrl(url, 'allowed')).toBeDefined();
  });
});
