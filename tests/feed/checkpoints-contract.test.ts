import { expect, it } from 'vitest';
import { contract } from '#tests/support/store-contract.ts';

contract('a checkpoint', (fresh) => {
  it('begins before the first position', async () => {
    const { checkpoints } = await fresh();
    expect(await checkpoints.position('timeline@1')).toBe(0);
  });

  it('moves only from where it is', async () => {
    const { checkpoints } = await fresh();
    expect(await checkpoints.move('timeline@1', 0, 5)).toBe(true);
    expect(await checkpoints.move('timeline@1', 0, 7)).toBe(false);
    expect(await checkpoints.move('timeline@1', 5, 7)).toBe(true);
    expect(await checkpoints.position('timeline@1')).toBe(7);
    expect(await checkpoints.position('publish')).toBe(0);
  });

  it('is read together with others, whichever there are', async () => {
    const { checkpoints } = await fresh();
    await checkpoints.move('timeline@1', 0, 5);
    await checkpoints.move('scores@1', 0, 3);
    const positions = await checkpoints.positions(['timeline@1', 'publish', 'scores@1', 'timeline@1']);
    expect([...positions]).toEqual([
      ['timeline@1', 5],
      ['publish', 0],
      ['scores@1', 3],
    ]);
    expect([...(await checkpoints.positions([]))]).toEqual([]);
  });

  it('that is removed begins before the first position again', async () => {
    const { checkpoints } = await fresh();
    await checkpoints.move('timeline@1', 0, 5);
    await checkpoints.remove('timeline@1');
    await checkpoints.remove('timeline@1');
    expect(await checkpoints.position('timeline@1')).toBe(0);
    expect(await checkpoints.move('timeline@1', 0, 2)).toBe(true);
  });
});
