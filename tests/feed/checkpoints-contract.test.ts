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

  it('keeps what is attempted until it moves or the attempt is forgotten', async () => {
    const { checkpoints } = await fresh();
    const read = async () => (await checkpoints.read(['publish'])).get('publish');
    const attempt = { to: 9, failures: 1, until: '2025-01-16T12:00:00.000Z' };
    expect(await checkpoints.attempt('publish', 0, attempt)).toBe(true);
    expect(await read()).toEqual({ position: 0, attempt });
    expect(await checkpoints.attempt('publish', 4, attempt)).toBe(false);
    expect(await checkpoints.attempt('publish', 0, undefined)).toBe(true);
    expect(await read()).toEqual({ position: 0 });
    await checkpoints.attempt('publish', 0, attempt);
    expect(await checkpoints.move('publish', 0, 5)).toBe(true);
    expect(await read()).toEqual({ position: 5 });
    expect(await checkpoints.attempt('publish', 0, attempt)).toBe(false);
  });

  it('keeps the positions that are released until they are dealt with', async () => {
    const { checkpoints } = await fresh();
    const read = async () => (await checkpoints.read(['publish'])).get('publish');
    await checkpoints.move('publish', 0, 5);
    for (const position of [3, 2, 3]) await checkpoints.release('publish', position);
    await checkpoints.move('publish', 5, 6);
    expect(await read()).toEqual({ position: 6, released: [2, 3] });
    for (const position of [2, 3]) await checkpoints.released('publish', position);
    expect(await read()).toEqual({ position: 6 });
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
