import { expect, it } from 'vitest';
import type { QuarantinedItem } from '#shared/feed/consumers/quarantine.ts';
import { contract } from '#tests/support/store-contract.ts';

const item = (consumer: string, name: string, reason = 'TypeError: bad'): QuarantinedItem => ({
  consumer,
  item: name,
  reason,
  quarantinedAt: '2025-01-16T12:00:00.000Z',
});

contract('the quarantine', (fresh) => {
  it('begins empty', async () => {
    const { quarantine } = await fresh();
    expect(await quarantine.list({ limit: 10 })).toEqual({ items: [] });
  });

  it('keeps an item once, with what was said last', async () => {
    const { quarantine } = await fresh();
    await quarantine.add(item('publish', '7'));
    await quarantine.add(item('publish', '7', 'RangeError: worse'));
    expect(await quarantine.list({ limit: 10 })).toEqual({ items: [item('publish', '7', 'RangeError: worse')] });
  });

  it('tells what is there', async () => {
    const { quarantine } = await fresh();
    await quarantine.add(item('publish', '7'));
    expect(await quarantine.has('publish', '7')).toBe(true);
    expect(await quarantine.has('publish', '8')).toBe(false);
    expect(await quarantine.has('sequence', '7')).toBe(false);
  });

  it('is listed page by page', async () => {
    const { quarantine } = await fresh();
    const all = ['publish', 'sequence'].flatMap((consumer) =>
      ['1', '2', 'relation/BGD-PAK#3'].map((name) => item(consumer, name)),
    );
    for (const one of all) await quarantine.add(one);
    const found: QuarantinedItem[] = [];
    let after: string | undefined;
    do {
      const page = await quarantine.list({ limit: 4, ...(after !== undefined && { after }) });
      expect(page.items.length).toBeLessThanOrEqual(4);
      found.push(...page.items);
      after = page.next;
    } while (after !== undefined);
    const key = (one: QuarantinedItem) => `${one.consumer} ${one.item}`;
    expect(found.map(key).toSorted()).toEqual(all.map(key).toSorted());
  });

  it('releases what is there', async () => {
    const { quarantine } = await fresh();
    await quarantine.add(item('publish', '7'));
    expect(await quarantine.release('publish', '7')).toBe(true);
    expect(await quarantine.release('publish', '7')).toBe(false);
    expect(await quarantine.list({ limit: 10 })).toEqual({ items: [] });
  });
});
