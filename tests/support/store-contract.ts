import { describe } from 'vitest';
import { inMemoryStores } from './in-memory-stores.ts';
import { freshStores } from './tables.ts';

export type ContractStores = ReturnType<typeof inMemoryStores>;

/** Runs one suite over every implementation of a port; each is made by a function that gives an empty one. */
export function contractOf<Port>(
  name: string,
  { inMemory, onDynamoDB }: Record<'inMemory' | 'onDynamoDB', () => Promise<Port>>,
  suite: (fresh: () => Promise<Port>) => void,
): void {
  describe(`${name} in memory`, () => {
    suite(inMemory);
  });
  describe(`${name} on DynamoDB Local`, { tags: ['dynamodb'] }, () => {
    suite(onDynamoDB);
  });
}

/** Runs one suite over the stores in memory and over those on DynamoDB Local. */
export const contract = (name: string, suite: (fresh: () => Promise<ContractStores>) => void): void =>
  contractOf<ContractStores>(
    name,
    { inMemory: async () => inMemoryStores(), onDynamoDB: async () => freshStores() },
    suite,
  );
