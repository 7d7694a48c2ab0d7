import { beforeEach, describe, expect, it } from 'vitest';
import { service } from '#tests/support/service.ts';
import type { NewEvent } from '#shared/domain/events/new-event.ts';
import { appendNotingDuplicates, attachOrAppend } from '#shared/api/appending/append-noting-duplicates.ts';
import { latestIn } from '#shared/ledger/latest-events.ts';
import { appending } from '#tests/support/appending.ts';
import { costOf, counted } from '#tests/support/counted-client.ts';
import { meeting, visit } from '#tests/support/events.ts';
import { freshDatabase, freshStores } from '#tests/support/tables.ts';
import { recorder } from '#tests/support/recorder.ts';

const relation = 'relation/BGD-PAK';
const id = (version: number) => `relation.BGD-PAK.${version}`;
const withReport = (publisher: string) => meeting({ evidence: { reports: [{ publisher }] } });
let chancery: ReturnType<typeof service>;

beforeEach(() => {
  chancery = service();
});

const duplicatesOf = async (...events: object[]) => (await chancery.post(relation, events)).body.possibleDuplicates;

describe('an event that was recorded a moment ago, before the read models have it', () => {
  it('is named when it is reported again', async () => {
    expect(await duplicatesOf(meeting())).toBeUndefined();
    expect(await duplicatesOf(meeting({ occurred: '2025-01~' }))).toEqual([
      { of: 0, id: id(1), reason: 'the same type and parties, at 2025-01-14 and 2025-01~' },
    ]);
    expect(await duplicatesOf(meeting({ occurred: '2025-03' }))).toBeUndefined();
  });

  it('is named once when the read models have it too', async () => {
    await duplicatesOf(meeting());
    await chancery.catchUp();
    expect(await duplicatesOf(meeting())).toMatchObject([{ id: id(1) }]);
  });

  it('is named as it was corrected since, and not when it was withdrawn', async () => {
    await duplicatesOf(meeting());
    await chancery.catchUp();
    await duplicatesOf(meeting({ occurred: '2025-01-18' }));
    await duplicatesOf({ type: 'EventRetracted', of: id(1), reason: 'false' });
    await duplicatesOf({ type: 'EventDateRefined', of: id(2), occurred: '2025-01-14' });
    expect(await duplicatesOf(meeting())).toMatchObject([{ id: id(2) }]);
  });

  it('is named within one post, and within one call with several commits', async () => {
    expect(await duplicatesOf(meeting(), meeting({ occurred: '2025-03' }), meeting())).toMatchObject([{ of: 2, id: id(1) }]);
    const commit = { stream: 'relation/BGD-PAK', events: [meeting({ occurred: '2024-05-02' })] };
    const { results } = (await chancery.postCommits({ commits: [commit, commit] })).body;
    expect(results).toMatchObject([{ version: 4 }, { version: 5, possibleDuplicates: [{ of: 0, id: id(4) }] }]);
    expect((results as object[])[0]).not.toHaveProperty('possibleDuplicates');
  }); // prettier-ignore

  it('is named again in the answer to the same post', async () => {
    await duplicatesOf(meeting());
    const once = { 'idempotency-key': 'once' };
    const first = await chancery.post(relation, meeting(), once);
    expect(first.body.possibleDuplicates).toMatchObject([{ id: id(1) }]);
    await duplicatesOf(meeting({ occurred: '2025-03' }));
    expect(await chancery.post(relation, meeting(), once)).toMatchObject({ status: 201, body: first.body });
  });

  it('gets the reports of what repeats it with onDuplicate=attach, also twice', async () => {
    await duplicatesOf(meeting());
    expect((await chancery.attach(relation, withReport('BSS'))).body).toMatchObject({ version: 2, attachedTo: id(1) });
    expect((await chancery.attach(relation, withReport('Dawn'))).body).toMatchObject({ version: 3, attachedTo: id(1) });
    const again = await chancery.attach(relation, withReport('BSS'));
    expect(again).toMatchObject({ status: 200, body: { version: 3, events: [], attachedTo: id(1) } });
  });

  it('is named with nine others at most, the latest ones, however many there are', async () => {
    await duplicatesOf(...Array.from({ length: 15 }, () => meeting()));
    const latest = Array.from({ length: 10 }, (_, index) => ({ of: 0, id: id(15 - index) }));
    expect(await duplicatesOf(meeting())).toMatchObject(latest);
    await chancery.catchUp();
    const told = (await duplicatesOf(meeting(), meeting())) as { of: number; id: string }[];
    expect(told.map(({ of, id: other }) => `${of} ${other}`)).toEqual([
      ...Array.from({ length: 10 }, (_, index) => `0 ${id(16 - index)}`),
      ...[17, ...Array.from({ length: 9 }, (_, index) => 16 - index)].map((version) => `1 ${id(version)}`),
    ]);
  });

  it('is not guessed at when there are two of them', async () => {
    await duplicatesOf(meeting(), meeting());
    const { body } = await chancery.attach(relation, withReport('BSS'));
    expect(body).toMatchObject({ version: 3, possibleDuplicates: [{ id: id(2) }, { id: id(1) }] });
  });
});

describe('what looking among the latest events costs', { tags: ['dynamodb'] }, () => {
  const unseen = async (events: readonly NewEvent[]) => events.map(() => []);

  async function world() {
    const client = freshDatabase();
    const { ledger } = await freshStores(client);
    const append = appending(ledger);
    const ports = { append, findDuplicates: unseen, readLatest: latestIn(ledger) };
    const cost = counted(client);
    const request = { stream: relation, expectedVersion: 'any' as const, events: [meeting()], recordedBy: recorder() };
    const failed = (_: string, error: unknown) => {
      throw error;
    };
    return {
      append,
      ports,
      request,
      post: async (more: object = {}) =>
        costOf(cost, async () => void (await appendNotingDuplicates(ports, { ...request, ...more }, failed))),
      attach: async () =>
        costOf(cost, async () => void (await attachOrAppend(ports, { ...request, events: [withReport('BSS')] }))),
    };
  }

  it('is nothing for a new stream, for a vague date, and for one that has been quiet', async () => {
    const { ports, request, post } = await world();
    expect(await post({ expectedVersion: 0 })).toEqual({ calls: ['PutItem'], read: 0, write: 1 });
    expect(await post({ events: [meeting({ occurred: '2025' })] })).toMatchObject({ calls: ['Query', 'PutItem'] });
    expect(await post({ events: [meeting()] })).toMatchObject({ calls: ['Query', 'PutItem', 'Query'] });
    const quiet = async () => ({ ...(await ports.append({ events: [visit()], stream: 'visit/dhaka' })), quietMs: 90_000 });
    const looked: string[] = [];
    const readLatest = async (stream: string) => {
      looked.push(stream);
      return { events: [], withdrawn: new Set<string>() };
    };
    await appendNotingDuplicates({ ...ports, append: quiet, readLatest }, request, () => undefined);
    expect(looked).toEqual([]);
  }); // prettier-ignore

  it('is one query of a bounded number of commits where the stream was appended to just before', async () => {
    const { append, post, attach } = await world();
    for (let recorded = 0; recorded < 25; recorded += 1) await append();
    const early = await post();
    expect(early.calls).toEqual(['Query', 'PutItem', 'Query']);
    for (let recorded = 0; recorded < 100; recorded += 1) await append();
    expect(await post()).toEqual(early);
    expect(early.read).toBeLessThanOrEqual(1 + 5); // the head, and 20 commits at 4 KB a unit
    expect((await attach()).calls).toEqual(['Query', 'Query', 'PutItem']);
  });
});
