import { beforeEach, expect, it } from 'vitest';
import { appending } from '#tests/support/appending.ts';
import { meeting, visit } from '#tests/support/events.ts';
import { type ContractStores, contract } from '#tests/support/store-contract.ts';

contract('a walk over the ledger', (fresh) => {
  let stores: ContractStores;
  beforeEach(async () => {
    stores = await fresh();
  });

  /** Every commit that a walk finds, page by page, as stream and version. */
  async function walked(): Promise<string[]> {
    const found: string[] = [];
    let after: string | undefined;
    do {
      const { commits, next } = await stores.walk.page(after);
      found.push(...commits.map(({ stream, version }) => `${stream} ${version}`));
      after = next;
    } while (after !== undefined);
    return found;
  }

  it('finds nothing in an empty ledger', async () => {
    expect(await walked()).toEqual([]);
  });

  it('finds every commit of every stream once', async () => {
    const append = appending(stores.ledger);
    for (const stream of ['relation/BGD-PAK', 'relation/BGD-PAK', 'visit/dhaka']) {
      await append({ stream, events: [stream === 'visit/dhaka' ? visit() : meeting()] });
    }
    expect((await walked()).toSorted()).toEqual(['relation/BGD-PAK 1', 'relation/BGD-PAK 2', 'visit/dhaka 1']);
  });
});
