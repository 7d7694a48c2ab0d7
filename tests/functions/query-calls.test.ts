import { beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '#tests/support/service.ts';
import { query } from '#functions/query/query.ts';
import { queryResources } from '#shared/api/resources.ts';
import { meeting, visit } from '#tests/support/events.ts';
import { everyGet } from '#tests/support/every-get.ts';

/** Calls to DynamoDB that a query takes at most. */
const most = 4;
/**
 * What takes more: the state of a relation is read from its timeline, its contacts, its days, what it shares with many,
 * and the lifecycles between the two. Suspects are looked up in each month and document of the events of a page.
 */
const more: Readonly<Record<string, number>> = { 'GET /relations/{dyad}': 6, 'GET /relations/compare': 6 };
/** What they read, where that is why they take more. */
const holds: Readonly<Record<string, object>> = {
  'GET /relations/{dyad}': { isCut: false, lastHighLevelVisit: { occurred: '2025-01-30' } },
};

let service: Awaited<ReturnType<typeof everyGet>>;
beforeAll(async () => {
  service = await everyGet();
  const { chancery } = service;
  const many = 'AFG ALB DZA AND AGO ARG ARM BGD PAK'.split(' ').map((party) => ({ party, role: 'participant' }));
  await chancery.post('relation/BGD-PAK', meeting({ occurred: '2025-02-03', participants: many }));
  await chancery.post('visit/minister-dhaka-2025', visit({ occurred: '2025-01-30', level: 'foreign-minister' }));
  // So many that no visit of a minister is among the newest contacts.
  for (let day = 1; day <= 26; day += 1)
    await chancery.post('relation/BGD-PAK', meeting({ occurred: `2025-02-${String(day).padStart(2, '0')}` }));
  await chancery.catchUp();
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
    const { statusCode, body } = await invoke(counted, service.request(name));
    expect(statusCode).toBe(200);
    expect(JSON.parse(body)).toMatchObject(holds[name] ?? {});
    expect(calls.length).toBeLessThanOrEqual(more[name] ?? most);
  });
});
