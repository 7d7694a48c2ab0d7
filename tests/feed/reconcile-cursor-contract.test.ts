import { expect, it } from 'vitest';
import { contract } from '#tests/support/store-contract.ts';

contract('the cursor of the reconciliation', (fresh) => {
  it('is nowhere before the first round', async () => {
    const { feed } = await fresh();
    expect(await feed.load()).toBeUndefined();
  });

  it('is where it was saved last', async () => {
    const { feed } = await fresh();
    await feed.save('relation/BGD-PAK#7');
    await feed.save('relation/BGD-PAK#9');
    expect(await feed.load()).toBe('relation/BGD-PAK#9');
  });

  it('is at the beginning again after a round', async () => {
    const { feed } = await fresh();
    await feed.save('relation/BGD-PAK#7');
    await feed.save(undefined);
    expect(await feed.load()).toBeUndefined();
  });

  it('is nothing of the feed', async () => {
    const { feed } = await fresh();
    await feed.save('relation/BGD-PAK#7');
    expect([await feed.head(), await feed.read(0)]).toEqual([{ position: 0, hash: '' }, []]);
  });
});
