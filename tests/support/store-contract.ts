import { describe } from 'vitest';
import { inMemoryStores } from './in-memory-stores.ts';
import { freshStores } from './tables.ts';

export type ContractStores = ReturnType<typeof inMemoryStores>;

/** Runs one suite over every implementation of the ports. */
export function contract(name: string, suite: (fresh: () => Promise<ContractStores>) => void): void {
  describe.each([
    ['in memory', async () => inMemoryStores()],
    ['on DynamoDB Local', async () => freshStores()],
  ] as const)(`${name} %s`, (_, fresh) => {
    suite(fresh);
  });
}
