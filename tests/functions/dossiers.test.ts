import { beforeAll, describe, expect, it } from 'vitest';
import seedBrief from '#infra/local/cli/demo/seed-brief.json' with { type: 'json' };
import { nextQuery, service } from '#tests/support/service.ts';

const visit = 'visit.kamr-ul-hassan-pakistan-2025-01.1';
const isiVisit = 'visit.isi-delegation-dhaka-2025-01.1';
let chancery: ReturnType<typeof service>;
let day = '2025-01-26';

beforeAll(async () => {
  chancery = service(undefined, () => new Date(`${day}T12:00:00Z`));
  await chancery.postCommits(seedBrief);
  day = '2025-02-03';
  await chancery.post('relation/BGD-PAK', { type: 'EventRetracted', of: 'relation.BGD-PAK.12', reason: 'false' });
  await chancery.catchUp();
});

const before = { asOf: '2025-02-01T00:00:00Z' };
const idsOf = (body: Readonly<Record<string, unknown>>) => (body.items as { id: string }[]).map(({ id }) => id);

describe('the events of a person, an office, a topic and a party', () => {
  const events = async (parameters: Record<string, string>, query: Record<string, string> = {}) => {
    const { status, body } = await chancery.dossier(parameters, { order: 'oldest', ...query });
    expect(status).toBe(200);
    return idsOf(body);
  };

  it('are those that a person took part in, in whatever office', async () => {
    const personId = 'person:pak-asim-munir';
    expect(await events({ personId })).toEqual(['relation.BGD-PAK.6', 'relation.BGD-PAK.17']);
    expect(await events({ personId: 'person:bgd-yunus' })).toEqual(['relation.BGD-PAK.4', 'relation.BGD-PAK.5']);
  });

  it('are those in which an office was held, however it is written', async () => {
    for (const office of ['chief-of-army-staff', 'Chief of Army Staff', 'CHIEF OF ARMY-STAFF']) {
      expect(await events({ party: 'PAK', office })).toEqual(['relation.BGD-PAK.6']);
    }
    expect(await events({ party: 'BGD', office: 'chief-of-army-staff' })).toEqual([]);
  });

  it('are those that a topic came up in', async () => {
    expect(await events({ topic: 'defence-ties' })).toEqual([visit, 'relation.BGD-PAK.6']);
    expect(await events({ topic: 'defence-ties' }, { type: 'MeetingHeld' })).toEqual(['relation.BGD-PAK.6']);
  });

  it('are those that name a party: as taking part, as mentioned, or as concerned by what happened elsewhere', async () => {
    expect(await events({ party: 'IND' })).toEqual([
      'relation.BGD-PAK.1',
      'agreement.tripartite-1974.1',
      'country.BGD.1',
      visit,
      'relation.BGD-IND.1',
      'relation.IND-PAK.1',
      'relation.BGD-PAK.18',
    ]);
  });

  it('leave out what was retracted, unless it is asked for or was not yet', async () => {
    const personId = 'person:pak-sahir-mirza';
    expect(await events({ personId })).toEqual([]);
    expect(await events({ personId }, { include: 'retracted' })).toEqual(['relation.BGD-PAK.12']);
    expect(await events({ personId }, before)).toEqual(['relation.BGD-PAK.12']);
  });

  it('come in pages, whose cursors are of use for that dossier only', async () => {
    const page = await chancery.dossier({ topic: 'jf-17' }, { limit: '1' });
    const next = await chancery.dossier({ topic: 'jf-17' }, nextQuery(page));
    expect([...idsOf(page.body), ...idsOf(next.body)]).toEqual(['relation.BGD-PAK.16', 'relation.BGD-PAK.7']);
    expect(await chancery.dossier({ topic: 'trade' }, nextQuery(page))).toMatchObject({
      status: 400,
      body: { type: 'urn:chancery:problem:invalid-cursor' },
    });
  });

  it.each([
    [{ party: 'XXX' }, 'party'],
    [{ party: 'PAK', office: '---' }, 'office'],
    [{ personId: 'Yunus' }, 'personId'],
    [{ topic: 'Defence ties' }, 'topic'],
  ])('are refused where there cannot be any: %j', async (parameters: Record<string, string>, parameter) => {
    expect(await chancery.dossier(parameters)).toMatchObject({
      status: 400,
      body: { errors: [{ parameter }] },
    });
  });

  it('are none where nothing is known', async () => {
    expect(await events({ party: 'FJI' })).toEqual([]);
  });
});

describe('GET /parties/{party}', () => {
  it('tells how many events there were, of which kind, when and with whom', async () => {
    // Of 27 events one is a statement of India alone, one is about India and Pakistan, one hypothetical, one retracted.
    const { body } = await chancery.party('BGD');
    expect(body).toMatchObject({
      n: 23,
      unheld: 1,
      quadClasses: {
        'verbal-cooperation': 17,
        'material-cooperation': 1,
        'verbal-conflict': 1,
        'material-conflict': 0,
      },
      years: [
        { year: '1971', n: 1 },
        { year: '1974', n: 3 },
        { year: '1976', n: 1 },
        { year: '2016', n: 1 },
        { year: '2024', n: 4 },
        { year: '2025', n: 12 },
        { year: null, n: 1 },
      ],
      partners: [
        { party: 'PAK', dyad: 'BGD-PAK', n: 21 },
        { party: 'IND', dyad: 'BGD-IND', n: 2 },
      ],
      partnerCount: 2,
      firstEvent: { id: 'relation.BGD-PAK.1', occurred: '1971' },
      lastEvent: { id: isiVisit },
    });
    expect((body.types as unknown[]).slice(0, 2)).toEqual([
      { type: 'MeetingHeld', n: 5 },
      { type: 'VisitConducted', n: 3 },
    ]);
  });

  it('counts as of an instant what was known then, in the month of a correction and in an earlier one', async () => {
    expect((await chancery.party('BGD', before)).body).toMatchObject({ n: 24, unheld: 1 });
    expect((await chancery.party('BGD', { asOf: '2025-02-03T11:59:59Z' })).body).toMatchObject({ n: 24 });
    expect((await chancery.party('BGD', { asOf: '2025-02-03T12:00:00Z' })).body).toMatchObject({ n: 23 });
    expect((await chancery.party('BGD', { asOf: '2024-12-31T00:00:00Z' })).body).toMatchObject({
      n: 0,
      firstEvent: null,
    });
  });

  it('shows so many partners as are asked for, and tells how many there are', async () => {
    const { body } = await chancery.party('BGD', { partners: '1' });
    expect(body).toMatchObject({ partners: [{ party: 'PAK' }], partnerCount: 2 });
  });
});

describe('GET /parties/{party}/offices', () => {
  it('tells who was reported in which office, and from when to when', async () => {
    const { body } = await chancery.offices('PAK', before);
    const items = body.items as { slug: string; person?: { id: string }; from: string; to: string }[];
    expect(items.map(({ slug, person, from, to }) => [slug, person?.id, from, to])).toEqual([
      ['chairman-jcsc', 'person:pak-sahir-mirza', '2025-01-14', '2025-01-14'],
      ['chief-of-army-staff', 'person:pak-asim-munir', '2025-01-14', '2025-01-14'],
      ['chief-of-naval-staff', undefined, '2025-01-13', '2025-01-18'],
      ['chief-of-the-air-staff', 'person:pak-zaheer-sidhu', '2025-01-15', '2025-01-15'],
      ['isi-dg-analysis', 'person:pak-shahid-amir-afsar', '2025-01-21', '2025-01-24'],
      ['prime-minister', 'person:pak-z-a-bhutto', '1974-06-27', '1974-06-29'],
    ]);
  });

  it('leaves out an office that only retracted reports name, page by page', async () => {
    const found: string[] = [];
    let query: Record<string, string> | undefined = { limit: '2' };
    while (query !== undefined) {
      const page = await chancery.offices('PAK', query);
      found.push(...(page.body.items as { slug: string }[]).map(({ slug }) => slug));
      query = nextQuery(page);
    }
    expect(found).toEqual([
      'chief-of-army-staff',
      'chief-of-naval-staff',
      'chief-of-the-air-staff',
      'isi-dg-analysis',
      'prime-minister',
    ]);
  });
});
