import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Message } from '#infra/local/cloud/sqs/queue-message.ts';
import { createQueue, type Queue, type QueueSettings } from '#infra/local/cloud/sqs/queue.ts';

const open = (settings: Partial<QueueSettings> = {}): Queue =>
  createQueue({
    name: 'queue',
    arn: 'arn:aws:sqs:eu-west-1:0:queue',
    url: 'http://local/0/queue',
    visibilitySeconds: 30,
    retentionSeconds: 3600,
    ...settings,
  });
const fifo = { contentBasedDeduplication: false, deduplicationScope: 'queue' } as const;
const openFifo = (settings: Partial<QueueSettings> = {}) => open({ fifo, ...settings });
const put = (queue: Queue, groupId: string, ...names: string[]) =>
  names.map((name) => queue.send(name, { groupId, deduplicationId: name }));
const bodies = (messages: readonly { body: string }[]) => messages.map(({ body }) => body).join(' ');
const deleteAll = (queue: Queue, messages: readonly { receipt: string }[]) =>
  messages.forEach(({ receipt }) => queue.delete(receipt));

afterEach(() => vi.useRealTimers());
const atNoon = () => vi.useFakeTimers({ now: new Date('2026-01-01T12:00:00Z'), toFake: ['Date'] });
const after = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);

describe('a FIFO queue', () => {
  it('delivers each group in order, and nothing of a group of which a message is under way', () => {
    const queue = openFifo();
    put(queue, 'a', 'a1', 'a2');
    put(queue, 'b', 'b1');
    const first = queue.receive(1);
    const second = queue.receive(10);
    expect([bodies(first), bodies(second), bodies(queue.receive(10))]).toEqual(['a1', 'b1', '']);
    deleteAll(queue, first);
    expect(bodies(queue.receive(10))).toBe('a2');
  });

  it('delivers a message again when its time is over, and before those that follow it', () => {
    atNoon();
    const queue = openFifo();
    put(queue, 'a', 'a1', 'a2');
    queue.receive(1);
    after(31);
    const again = queue.receive(10);
    expect(again.map(({ body, receiveCount }) => [body, receiveCount])).toEqual([
      ['a1', 2],
      ['a2', 1],
    ]);
  });

  it('holds a group back while a later message of a batch is still under way', () => {
    const queue = openFifo();
    put(queue, 'a', 'a1', 'a2');
    const [first] = queue.receive(2);
    queue.changeVisibility(first?.receipt ?? '', 0);
    expect(queue.receive(10)).toEqual([]);
  });

  it('takes a message with a known deduplication id for the first one for five minutes, even after that was deleted', () => {
    atNoon();
    const queue = openFifo();
    const [first] = put(queue, 'a', 'same');
    deleteAll(queue, queue.receive(1));
    after(299);
    expect(put(queue, 'b', 'same')).toEqual([first]);
    expect(queue.receive(10)).toEqual([]);
    after(2);
    put(queue, 'b', 'same');
    expect(bodies(queue.receive(10))).toBe('same');
  });

  it.each([
    ['queue', 'x'],
    ['messageGroup', 'x x'],
  ] as const)('compares content within the scope of the %s', (deduplicationScope, expected) => {
    const queue = openFifo({ fifo: { contentBasedDeduplication: true, deduplicationScope } });
    for (const groupId of ['a', 'b', 'a']) queue.send('x', { groupId });
    expect(bodies(queue.receive(10))).toBe(expected);
  });

  it.each([
    ['without a group', { deduplicationId: 'x' }, 'MissingParameter'],
    ['without a deduplication id', { groupId: 'a' }, 'InvalidParameterValue'],
    ['with a delay of its own', { groupId: 'a', deduplicationId: 'x', delaySeconds: 1 }, 'InvalidParameterValue'],
  ])('refuses a message %s', (_name, options, code) => {
    expect(() => openFifo().send('x', options)).toThrow(expect.objectContaining({ code }));
  });

  it('sets a message aside that was received too often, as it was, and goes on with its group', () => {
    const aside = openFifo();
    const queue = openFifo({ visibilitySeconds: 0, redrive: { to: () => aside, maxReceives: 2 } });
    const [sent] = put(queue, 'a', 'a1');
    put(queue, 'a', 'a2');
    queue.receive(1);
    queue.receive(1);
    expect(bodies(queue.receive(1))).toBe('a2');
    expect(aside.receive(10)).toMatchObject([{ id: sent?.id, body: 'a1', groupId: 'a', receiveCount: 1 }]);
  });

  it('numbers its messages in order, also those that it takes over from another queue', () => {
    const queue = openFifo();
    const source = openFifo({ visibilitySeconds: 0, redrive: { to: () => queue, maxReceives: 1 } });
    put(queue, 'a', 'first');
    put(source, 'a', 'redriven');
    source.receive(1);
    source.receive(1);
    put(queue, 'a', 'last');
    const messages = queue.receive(10);
    expect(bodies(messages)).toBe('first redriven last');
    const [one = 0, two = 0, three = 0] = messages.map(({ sequence }) => Number(sequence));
    expect([one < two, two < three]).toEqual([true, true]);
  });

  it('hands every group over in order, each message once, whatever is sent, received and given back in between', () => {
    const step = fc.oneof(
      fc.record({ send: fc.constantFrom('a', 'b', 'c') }),
      fc.record({ receive: fc.integer({ min: 1, max: 4 }) }),
      fc.record({ finish: fc.nat(9), failsFrom: fc.nat(4) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const queue = openFifo();
        const batches: Message[][] = [];
        const taken: { group: string | undefined; number: number }[] = [];
        for (const [index, one] of steps.entries())
          if ('send' in one) put(queue, one.send, String(index));
          else if ('receive' in one) batches.push(queue.receive(one.receive));
          else {
            const batch = batches.splice(one.finish % Math.max(1, batches.length), 1).flat();
            const done = batch.slice(0, one.failsFrom);
            taken.push(...done.map(({ groupId: group, body }) => ({ group, number: Number(body) })));
            deleteAll(queue, done);
            for (const { receipt } of batch.slice(one.failsFrom)) queue.changeVisibility(receipt, 0);
          }
        for (const group of ['a', 'b', 'c']) {
          const numbers = taken.filter((message) => message.group === group).map(({ number }) => number);
          expect(numbers).toEqual([...new Set(numbers)].toSorted((x, y) => x - y));
        }
      }),
    );
  });
});

describe('a standard queue', () => {
  it('delivers a message of a group while another one is under way', () => {
    const queue = open();
    queue.send('1', { groupId: 'a' });
    queue.send('2', { groupId: 'a' });
    queue.receive(1);
    expect(queue.receive(10)).toMatchObject([{ body: '2', groupId: 'a' }]);
  });

  it('delivers a message after its delay, be it the queue’s or its own', () => {
    atNoon();
    const queue = open({ delaySeconds: 10 });
    queue.send('later');
    queue.send('soon', { delaySeconds: 5 });
    expect(queue.receive(10)).toEqual([]);
    after(5);
    expect(bodies(queue.receive(10))).toBe('soon');
    after(5);
    expect(bodies(queue.receive(10))).toBe('later');
  });

  it('knows when the next message becomes visible by itself', () => {
    atNoon();
    const queue = open();
    const looked = Date.now();
    expect(queue.untilVisible(looked)).toBe(Infinity);
    queue.send('delayed', { delaySeconds: 40 });
    queue.send('under way');
    queue.receive(1);
    expect(queue.untilVisible(looked)).toBe(30_000);
    after(30);
    expect([queue.untilVisible(looked), queue.untilVisible(Date.now())]).toEqual([0, 10_000]);
    expect(bodies(queue.receive(10, 60))).toBe('under way');
  });

  it('knows that of two hundred thousand delayed messages, too', () => {
    atNoon();
    const queue = open();
    for (let sent = 0; sent < 200_000; sent += 1) queue.send('delayed', { delaySeconds: 40 });
    expect(queue.untilVisible(Date.now())).toBe(40_000);
  });

  it('forgets what nobody has taken in time', () => {
    atNoon();
    const queue = open({ retentionSeconds: 60 });
    queue.send('old');
    after(61);
    expect(queue.receive(10)).toEqual([]);
    expect(queue.size()).toEqual({ visible: 0, inFlight: 0 });
  });
});
