import { beforeAll, describe, expect, it } from 'vitest';
import { nextQuery, service } from '#tests/support/service.ts';
import seedBrief from '#infra/local/cli/demo/seed-brief.json' with { type: 'json' };

let chancery: ReturnType<typeof service>;

beforeAll(async () => {
  chancery = service();
  await chancery.postCommits(seedBrief);
  await chancery.catchUp();
});

const idsOf = (body: Readonly<Record<string, unknown>>) => (body.items as { id: string }[]).map(({ id }) => id);

describe('GET /relations/{dyad}/timeline', () => {
  it('tells the brief, page by page, newest first', async () => {
    const all = await chancery.timeline('BGD-PAK');
    expect(all.body.next).toBeNull();
    expect(all.headers).not.toHaveProperty('Link');
    const found: string[] = [];
    let query: Record<string, string> | undefined = { limit: '4' };
    while (query !== undefined && found.length < 100) {
      const page = await chancery.timeline('BGD-PAK', query);
      found.push(...idsOf(page.body));
      expect(nextQuery(page)?.cursor ?? null).toBe(page.body.next);
      query = nextQuery(page);
    }
    expect(found.length).toBeGreaterThan(20);
    expect(found).toEqual(idsOf(all.body));
  });

  it('keeps the filters from page to page', async () => {
    const filters = {
      from: '2025-01-01',
      modality: 'held,hypothetical',
      minCredibility: '3',
      order: 'oldest',
      limit: '2',
    };
    const page = await chancery.timeline('BGD-PAK', filters);
    expect(nextQuery(page)).toMatchObject(filters);
  });

  it('refuses a cursor under other filters, in the other order, or of another relation', async () => {
    const { body } = await chancery.timeline('BGD-PAK', { limit: '2' });
    const cursor = String(body.next);
    const refused = { status: 400, body: { type: 'urn:chancery:problem:invalid-cursor' } };
    expect(await chancery.timeline('BGD-PAK', { limit: '5', cursor })).toMatchObject({ status: 200 });
    for (const other of [
      { order: 'oldest' },
      { from: '2025-01-01' },
      { type: 'MeetingHeld' },
      { minCredibility: '3' },
    ]) {
      expect(await chancery.timeline('BGD-PAK', { ...other, cursor })).toMatchObject(refused);
    }
    expect(await chancery.timeline('BGD-IND', { cursor })).toMatchObject(refused);
  });

  it('leads from the codes in the other order to the canonical dyad, with the query', async () => {
    expect(await chancery.timeline('PAK-BGD', { from: '2025-01-01', type: 'MeetingHeld,CallHeld' })).toMatchObject({
      status: 308,
      headers: { Location: '/relations/BGD-PAK/timeline?from=2025-01-01&type=MeetingHeld%2CCallHeld' },
    });
    expect((await chancery.timeline('PAK-BGD')).headers.Location).toBe('/relations/BGD-PAK/timeline');
  });

  it.each(['BGD', 'BGD-BGD', 'BGD-XXX', 'bgd-pak', 'BGD-PAK-IND', ' '])(
    'answers 404 for %j, which is no dyad',
    async (dyad) => {
      expect(await chancery.timeline(dyad)).toMatchObject({
        status: 404,
        body: { type: 'urn:chancery:problem:not-found', detail: expect.stringContaining('is not a dyad') },
      });
    },
  );

  it('takes its filters by the names that they have in filters of webhooks and sockets, too', async () => {
    const plain = await chancery.timeline('BGD-PAK', { type: 'MeetingHeld', quadClass: 'verbal-cooperation' });
    const plural = await chancery.timeline('BGD-PAK', { types: 'MeetingHeld', quadClasses: 'verbal-cooperation' });
    expect(plain.body.items).not.toEqual([]);
    expect(plural.body).toEqual(plain.body);
    expect((await chancery.timeline('BGD-PAK', { topics: 'whale-watching' })).body.items).toEqual([]);
    expect(await chancery.timeline('BGD-PAK', { type: 'CallHeld', types: 'CallHeld' })).toMatchObject({
      status: 400,
      body: { errors: [{ parameter: 'types' }] },
    });
  });

  it('is empty for two parties that nothing is known of', async () => {
    expect(await chancery.timeline('FJI-ISL')).toMatchObject({ status: 200, body: { items: [], next: null } });
  });
});
