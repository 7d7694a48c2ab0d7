import { beforeEach, describe, expect, it } from 'vitest';
import { resolveDuplicates } from '#shared/api/appending/resolutions-resource.ts';
import { request } from '#tests/support/requests.ts';
import { service } from '#tests/support/service.ts';
import { meeting } from '#tests/support/events.ts';

const relation = 'relation/BGD-PAK';
const id = (version: number) => `relation.BGD-PAK.${version}`;
let chancery: ReturnType<typeof service>;

beforeEach(() => {
  chancery = service();
});

async function recorded(...events: object[]): Promise<void> {
  for (const event of events) await chancery.post(relation, event);
  await chancery.catchUp();
}

const dyad = { dyad: 'BGD-PAK' };
const listed = async (asked: Readonly<Record<string, string>> = dyad) => chancery.get('/duplicates', asked);
const groups = async (asked?: Readonly<Record<string, string>>) =>
  ((await listed(asked)).body.items as { events: { id: string }[] }[]).map(({ events }) => events.map((one) => one.id));
async function decided(...decisions: object[]) {
  const reply = await chancery.send({
    method: 'POST',
    path: '/duplicates/resolutions',
    body: { decisions },
    claims: { client_id: 'desk-id', scope: 'chancery/append chancery/curate' },
  });
  await chancery.catchUp();
  return { status: reply.statusCode, body: JSON.parse(reply.body) as Readonly<Record<string, unknown>> };
}

describe('suspected duplicates', () => {
  it('are listed in groups, oldest first, with days, sources and reasons', async () => {
    const evidence = { credibility: 2, reliability: 'B', reports: [{ publisher: 'BSS' }] };
    await recorded(
      meeting({ occurred: '2025-03-01' }),
      meeting({ occurred: '2025-01-14', evidence }),
      meeting({ occurred: '2025-03-01/2025-03-02' }),
      meeting({ occurred: '2025-01-14' }),
      meeting({ occurred: '2025-02-01' }),
    );
    const { body } = await listed();
    expect(await groups()).toEqual([
      [id(2), id(4)],
      [id(1), id(3)],
    ]);
    expect(body.next).toBeNull();
    expect((body.items as object[])[0]).toEqual({
      type: 'MeetingHeld',
      parties: ['BGD', 'PAK'],
      earliest: id(2),
      events: [
        expect.objectContaining({ id: id(2), occurred: '2025-01-14', publishers: ['BSS'] }),
        expect.objectContaining({ id: id(4), publishers: [] }),
      ],
      suspicions: [{ of: id(2), id: id(4), reason: expect.stringContaining('the same type and parties') as unknown }],
    });
    expect(await groups({ party: 'PAK' })).toEqual(await groups());
  });

  it('are joined where one may be either of two others', async () => {
    await recorded(
      meeting({ occurred: '2025-01-03' }),
      meeting({ occurred: '2025-01' }),
      meeting({ occurred: '2025-01-20' }),
    );
    expect(await groups()).toEqual([[id(2), id(1), id(3)]]);
  });

  it('come in pages, each suspicion once, on the page of its earlier event', async () => {
    await recorded(...Array.from({ length: 6 }, (_, at) => meeting({ occurred: `2025-0${(at % 3) + 1}-10` })));
    const found: string[][] = [];
    let cursor: string | null = null;
    do {
      const asked: Record<string, string> = { ...dyad, limit: '1', ...(cursor !== null && { cursor }) };
      const { body } = await listed(asked);
      found.push(...(body.items as { events: { id: string }[] }[]).map(({ events }) => events.map((one) => one.id)));
      cursor = body.next as string | null;
    } while (cursor !== null);
    expect(found).toEqual([
      [id(1), id(4)],
      [id(2), id(5)],
      [id(3), id(6)],
    ]);
  });

  it('come as CSV and NDJSON', async () => {
    await recorded(meeting(), meeting());
    const csv = (await chancery.getAs('text/csv', '/duplicates', dyad)).body;
    expect(csv.split('\r\n')[0]).toBe('type,parties,earliest,events,occurred,publishers,reasons');
    expect(csv).toContain(`${id(1)}; ${id(2)}`);
    expect((await chancery.getAs('application/x-ndjson', '/duplicates', dyad)).body.split('\n')).toHaveLength(2);
  });

  it.each([{}, { party: 'PAK', dyad: 'BGD-PAK' }, { party: 'PAK', limit: '101' }])(
    'are not listed for %j',
    async (asked) => {
      expect((await listed(asked)).status).toBe(400);
    },
  );
});

describe('one call', () => {
  beforeEach(async () =>
    recorded(meeting(), meeting(), meeting(), meeting({ occurred: '2025-03-01' }), meeting({ occurred: '2025-03-01' })),
  );

  it('merges what is the same and tells apart what is not', async () => {
    expect(await groups()).toEqual([
      [id(1), id(2), id(3)],
      [id(4), id(5)],
    ]);
    const decisions = [
      { same: [id(1), id(2), id(3)], as: id(1), summary: 'One agency copied the other' },
      { different: [id(4), id(5)] },
    ];
    const results = (isNew: boolean) => [
      {
        events: [
          { id: id(2), isNew },
          { id: id(3), isNew },
        ],
      },
      { events: [{ id: id(5), isNew }] },
    ];
    expect(await decided(...decisions)).toEqual({ status: 200, body: { results: results(true) } });
    expect(await groups()).toEqual([]);
    expect((await chancery.event(id(2), { view: 'corrected' })).body).toMatchObject({ withdrawn: { into: id(1) } });
    expect((await chancery.event(id(5), { view: 'corrected' })).body).toMatchObject({ distinctFrom: [id(4)] });
    expect(await decided(...decisions)).toEqual({ status: 200, body: { results: results(false) } });
    const reversed = await decided({ different: [id(5), id(4)] });
    expect(reversed.body).toEqual({ results: [{ events: [{ id: id(4), isNew: false }] }] });
  });

  it('makes two of what tempo counted as one: suspects share what one of them counts', async () => {
    const counted = async () => {
      const { items } = (await chancery.tempo('BGD-PAK', { from: '2025-03' })).body as {
        items: { observed: number }[];
      };
      return items[0]?.observed;
    };
    expect(await counted()).toBe(1);
    await decided({ different: [id(4), id(5)] });
    expect(await counted()).toBe(2);
  });

  it('refuses an event with the rule that it breaks and its place, and decides about the others', async () => {
    const { body } = await decided(
      { same: [id(1), id(2)], as: id(2) },
      { different: [id(4), 'relation.BGD-PAK.99', id(5)] },
    );
    expect(body.results).toMatchObject([
      {
        events: [
          {
            id: id(1),
            problem: { rule: 'merged-into-later-record', errors: [{ pointer: '/decisions/0/same/0' }] },
          },
        ],
      },
      {
        events: [
          {
            id: 'relation.BGD-PAK.99',
            problem: { rule: 'no-such-event', errors: [{ pointer: '/decisions/1/different/1' }] },
          },
          { id: id(5), problem: { rule: 'no-such-event', errors: [{ pointer: '/decisions/1/different/2' }] } },
        ],
      },
    ]);
    expect(await groups()).toHaveLength(2);
  });

  it('about 400 events of one stream says in time which were not attempted', async () => {
    const decisions = Array.from({ length: 80 }, (_, group) => ({
      same: Array.from({ length: 6 }, (__, at) => id(group * 6 + at + 1)),
      as: id(group * 6 + 1),
    }));
    for (let posted = 0; posted < 475; posted += 25) {
      const { status } = await chancery.post(
        relation,
        Array.from({ length: 25 }, () => meeting()),
      );
      expect(status).toBe(201);
    }
    const body = JSON.stringify({ decisions });
    const claims = { client_id: 'desk-id', scope: 'chancery/append chancery/curate' };
    const { appending, querying } = chancery;
    const time = { left: 29_000 };
    const append: typeof appending.append = async (commit) => {
      time.left -= 75;
      return appending.append(commit);
    };
    const asked = request({ method: 'POST', path: '/duplicates/resolutions', body, subject: 'analyst', claims });
    const resolve = async (): Promise<string[]> => {
      time.left = 29_000;
      const reply = await resolveDuplicates.handle({ ...querying, ...appending, append }, asked, () => time.left);
      const { results } = JSON.parse(reply.body) as { results: { events: { problem?: { type: string } }[] }[] };
      return results.flatMap(({ events }) => events.map(({ problem }) => problem?.type.split(':').at(-1) ?? 'decided'));
    };
    const first = await resolve();
    const done = first.indexOf('not-attempted');
    expect(first).toHaveLength(400);
    expect(done).toBeGreaterThan(250);
    expect(first).toEqual([...Array(done).fill('decided'), ...Array(400 - done).fill('not-attempted')]);
    expect(time.left).toBeGreaterThan(5000);
  });

  it('tells the others of a group still', async () => {
    await decided({ different: [id(1), id(2)] });
    const { items } = (await listed()).body as { items: { suspicions: { of: string; id: string }[] }[] };
    expect(items[0]?.suspicions.map(({ of, id: other }) => [of, other])).toEqual([
      [id(1), id(3)],
      [id(2), id(3)],
    ]);
    expect(await groups()).toEqual([
      [id(1), id(2), id(3)],
      [id(4), id(5)],
    ]);
  });

  it('is not told again of what was told apart when it is posted once more', async () => {
    await decided({ different: [id(4), id(5)] });
    const { body } = await chancery.post(relation, meeting({ occurred: '2025-03-01' }));
    expect(body.possibleDuplicates).toHaveLength(2);
  });

  it.each([
    ['no decision', []],
    ['101 decisions', Array.from({ length: 101 }, () => ({ different: [id(4), id(5)] }))],
    ['one event', [{ different: [id(4)] }]],
    ['22 events', [{ different: Array.from({ length: 22 }, (_, at) => id(at + 1)) }]],
    [
      '501 events in all',
      Array.from({ length: 100 }, (_, at) => ({
        different: Array.from({ length: at === 0 ? 6 : 5 }, (__, n) => id(n + 1)),
      })),
    ],
    ['an event twice', [{ different: [id(4), id(4)] }]],
    ['one that is not among them', [{ same: [id(4), id(5)], as: id(1) }]],
    ['neither', [{ summary: 'Nothing' }]],
    ['one that stands for none', [{ different: [id(4), id(5)], as: id(4) }]],
    ['both', [{ same: [id(4), id(5)], as: id(4), different: [id(4), id(5)] }]],
  ])('refuses %s', async (_what, decisions) => {
    expect((await decided(...decisions)).status).toBe(400);
  });
});
