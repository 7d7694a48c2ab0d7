import { beforeAll, describe, expect, it } from 'vitest';
import { nextQuery, service } from '#tests/support/service.ts';
import { operations } from '#tests/support/operations.ts';
import { meeting } from '#tests/support/events.ts';
import seedBrief from '#infra/local/cli/demo/seed-brief.json' with { type: 'json' };

const officer = 'person:bgd-kamr-ul-hassan';
const relation = 'relation/BGD-PAK';
let day = 16;
const noon = (recorded: number) => `2025-03-${recorded}T12:00:00Z`;
const chancery = service(undefined, () => new Date(noon(day)));

/** A meeting at which the officer is called so. */
const called = (name: string, occurred: string, office?: string) =>
  meeting({
    occurred,
    participants: [
      { party: 'BGD', role: 'participant', person: { id: officer, name }, ...(office && { office }) },
      { party: 'PAK', role: 'participant' },
    ],
  });

beforeAll(async () => {
  await chancery.postCommits(seedBrief);
  day = 17;
  const office = 'Principal Staff Officer';
  const post = [called('Lt Gen S M Kamrul Hassan', '2025-01-16', office), called('S M Kamrul Hasan', '2025-02'), called('Qamarul Hasan', '2025-01-18')]; // prettier-ignore
  const { status } = await chancery.post(relation, post);
  if (status !== 201) throw new Error(`The meetings were not recorded: ${status}`);
  day = 18;
  await chancery.post(relation, { type: 'EventRetracted', of: 'relation.BGD-PAK.21', reason: 'false' });
  await chancery.catchUp();
});

const found = async (name: string, query: Record<string, string> = {}) => {
  const { status, body } = await chancery.people({ name, ...query });
  expect(status).toBe(200);
  return body.items as Record<string, unknown>[];
};

describe('GET /people?name=…', () => {
  it.each([
    ['S M Kamr-ul-Hassan', 'same'],
    ['S M Kamrul Hassan', 'same'],
    ['lieutenant general s.m. kamrul hasan', 'same'],
    ['Qamarul Hasan', 'alike'],
    ['Hassan', 'part'],
  ])('finds the brief’s officer by %s', async (name, match) => {
    const [first, ...others] = await found(name);
    expect(first).toMatchObject({ id: officer, match, parties: ['BGD'] });
    // Hasina is spelt much like Hassan.
    expect(others.map(({ id }) => id)).toEqual(name === 'Hassan' ? ['person:bgd-sheikh-hasina'] : []);
  });

  it('puts the exact words before words that only sound so, also from page to page', async () => {
    const sought = async (name: string) => (await found(name, { limit: '1' })).map(({ id }) => id);
    expect(await sought('Hasina')).toEqual(['person:bgd-sheikh-hasina']);
    expect(await sought('Hassan')).toEqual([officer]);
  });

  it('finds nobody by a name that nobody is called', async () => {
    expect(await found('Henry Kissinger')).toEqual([]);
    expect((await chancery.people({ name: '…!' })).body).toEqual({ items: [], next: null });
  });

  it('finds by a name as it was known, before it was taken back', async () => {
    const spelled = async (query: Record<string, string>) =>
      (await found('Qamarul Hasan', query)).flatMap(({ names }) =>
        (names as { name: string }[]).map(({ name }) => name),
      );
    expect(await spelled({ asOf: noon(17) })).toContain('Qamarul Hasan');
    expect(await spelled({})).not.toContain('Qamarul Hasan');
    expect(await found('Qamarul Hasan', { asOf: noon(15) })).toEqual([]);
  });

  it('gives the best first, and the rest on further pages of the same name only', async () => {
    const names = ['Karim', 'Abdul Karim', 'Rezaul Karim Chowdhury'];
    const participants = names.map((name, index) => ({ party: 'BGD', role: 'participant', person: { id: `person:k-${index}`, name } })); // prettier-ignore
    await chancery.post('relation/BGD-IND', meeting({ participants: [...participants, { party: 'IND', role: 'participant' }] })); // prettier-ignore
    await chancery.catchUp();
    const first = await chancery.people({ name: 'karim', limit: '2' });
    expect(first.body.items).toMatchObject([
      { id: 'person:k-0', match: 'same' },
      { id: 'person:k-1', match: 'part' },
    ]);
    const next = nextQuery(first) ?? {};
    expect((await chancery.people(next)).body).toMatchObject({ items: [{ id: 'person:k-2' }], next: null });
    expect(await chancery.people({ ...next, name: 'hassan' })).toMatchObject({ status: 400 });
  });

  it.each([{}, { name: ' ' }, { name: 'Hassan', limit: '51' }, { name: 'Hassan', asOf: 'yesterday' }])(
    'refuses %j',
    async (query) => {
      expect(await chancery.people(query as Record<string, string>)).toMatchObject({ status: 400 });
    },
  );
});

describe('GET /people/{personId}', () => {
  it('shows every spelling and office with their days', async () => {
    const { status, body } = await chancery.person(officer);
    expect(status).toBe(200);
    const days = { firstSeen: '2025-01-01', lastSeen: '2025-01-31' };
    expect(body).toMatchObject({
      id: officer,
      parties: ['BGD'],
      events: 9,
      firstSeen: '2025-01-01',
      lastSeen: '2025-02-28',
    });
    expect(body.names).toEqual([
      { name: 'S M Kamr-ul-Hassan', events: 7, ...days },
      { name: 'Lt Gen S M Kamrul Hassan', events: 1, firstSeen: '2025-01-16', lastSeen: '2025-01-16' },
      { name: 'S M Kamrul Hasan', events: 1, firstSeen: '2025-02-01', lastSeen: '2025-02-28' },
    ]);
    expect(body.offices).toEqual([
      { office: 'Principal Staff Officer, Armed Forces Division', party: 'BGD', events: 1, ...days },
      { office: 'Principal Staff Officer', party: 'BGD', events: 1, firstSeen: '2025-01-16', lastSeen: '2025-01-16' },
    ]);
  });

  it('shows what was known at an instant', async () => {
    expect((await chancery.person(officer, { asOf: noon(16) })).body).toMatchObject({
      events: 7,
      names: [{ events: 7 }],
    });
    expect((await chancery.person(officer, { asOf: noon(17) })).body).toMatchObject({ events: 10 });
    expect(await chancery.person(officer, { asOf: noon(15) })).toMatchObject({ status: 404 });
  });

  it('answers 404 for whom no event names', async () => {
    expect(await chancery.person('person:nobody')).toMatchObject({ status: 404, body: { detail: expect.stringContaining('person:nobody') } }); // prettier-ignore
  });

  it('answers as described', async () => {
    const people = await chancery.people({ name: 'Hassan' });
    const person = await chancery.person(officer);
    const described = (route: string) => operations[route]?.responses[200]?.content?.['application/json'];
    expect(described('GET /people')?.safeParse(people.body)).toMatchObject({ success: true });
    expect(described('GET /people/{personId}')?.safeParse(person.body)).toMatchObject({ success: true });
  });
});
