import { expect, it } from 'vitest';
import { contract } from '../support/store-contract.ts';

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

  it('that is removed begins before the first position again', async () => {
    const { checkpoints } = await fresh();
    await checkpoints.move('timeline@1', 0, 5);
    await checkpoints.remove('timeline@1');
    await checkpoints.remove('timeline@1');
    expect(await checkpoints.position('timeline@1')).toBe(0);
    expect(await checkpoints.move('timeline@1', 0, 2)).toBe(true);
  });
});
