import { beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '#tests/support/service.ts';
import { query } from '#functions/query/query.ts';
import { queryResources } from '#shared/api/resources.ts';
import { everyGet } from '#tests/support/every-get.ts';

/** Calls to DynamoDB that a query takes at most. */
const most = 4;
/**
 * What takes more: the state of a relation is read from its timeline, its contacts, its days and the lifecycles between
 * the two.
 */
const more: Readonly<Record<string, number>> = { 'GET /relations/{dyad}': 8 };

let service: Awaited<ReturnType<typeof everyGet>>;
beforeAll(async () => {
  service = await everyGet();
});

describe('the calls of a query', () => {
  it.each(Object.keys(queryResources))('are few: %s', async (name) => {
    const { querying } = service.chancery;
    const calls: string[] = [];
    const { readModels, checkpoints, ledger } = querying;
    const counted = query({
      ...querying,
      checkpoints: { positions: async (names) => (calls.push('checkpoints'), checkpoints.positions(names)) },
      readModels: {
        load: async (keys) => (keys.length > 0 && calls.push('load'), readModels.load(keys)),
        rows: (range) => (calls.push('rows'), readModels.rows(range)),
        whole: (partitions) => (calls.push('whole'), readModels.whole(partitions)),
      },
      ledger: {
        ...ledger,
        head: async (stream) => (calls.push('head'), ledger.head(stream)),
        commits: (stream, range) => (calls.push('commits'), ledger.commits(stream, range)),
      },
    });
    const { statusCode } = await invoke(counted, service.request(name));
    expect(statusCode).toBe(200);
    expect(calls.length).toBeLessThanOrEqual(more[name] ?? most);
  });
});
