import { expect, it } from 'vitest';
import { contract } from '#tests/support/store-contract.ts';

const begun = { verified: { position: 7, hash: 'hash' }, round: { position: 0, hash: '' } };

contract('the progress of the verification', (fresh) => {
  it('is replaced by one run only of those that have read the same', async () => {
    const { verification } = await fresh();
    expect(await verification.read()).toBeUndefined();
    expect(await verification.replace(undefined, begun)).toBe(true);
    expect(await verification.replace(undefined, begun)).toBe(false);
    const later = { ...begun, hour: '2025-01-20T09', noted: 7 };
    expect(await verification.replace(begun, later)).toBe(true);
    expect(await verification.replace(begun, begun)).toBe(false);
    expect(await verification.read()).toEqual(later);
  });
});
