import { beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '#tests/support/service.ts';
import { query } from '#functions/query/query.ts';
import { queryResources } from '#shared/api/resources.ts';
import { everyGet } from '#tests/support/every-get.ts';

/** Queries that take more calls than four: what they take. */
const more: Readonly<Record<string, number>> = {
  'GET /relations/{dyad}': 9,
  'GET /parties/{party}': 7,
  'GET /relations/compare': 6,
};
/** Looks at each name of a page on its own. */
const perName = ['GET /parties/{party}/offices'];

let service: Awaited<ReturnType<typeof everyGet>>;
beforeAll(async () => {
  service = await everyGet();
});

describe('the calls of a query', () => {
  it.each(Object.keys(queryResources).filter((name) => !perName.includes(name)))('are few: %s', async (name) => {
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
    expect(calls.length).toBeLessThanOrEqual(more[name] ?? 4);
  });
});
