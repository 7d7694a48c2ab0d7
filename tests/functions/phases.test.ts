import { beforeAll, describe, expect, it } from 'vitest';
import seedBrief from '#infra/local/cli/demo/seed-brief.json' with { type: 'json' };
import { as } from '#tests/support/sample-event.ts';
import { nextQuery, service } from '#tests/support/service.ts';

/** Commits of the sample brief that were made after 2025-01-16. */
const later = new Set(['seed-details', 'seed-f01', 'seed-f02']);

const chancery = service(undefined, () => new Date('2025-01-16T12:00:00.000Z'));

beforeAll(async () => {
  const commits = seedBrief.commits.filter(({ idempotencyKey }) => !later.has(idempotencyKey));
  await chancery.postCommits({ commits });
  await chancery.catchUp();
});

describe('GET /relations/{dyad}/phases', () => {
  it('finds, in the sample brief as known on 2025-01-16, that contacts rose in August 2024, and on what that rests', async () => {
    const { body } = await chancery.phases('BGD-PAK');
    expect(body).toMatchObject({ dyad: 'BGD-PAK', scale: 'goldstein', through: '2025-01-16', isCut: false });
    expect(body.tempo).toMatchObject({
      cooperative: {
        words: [
          'contacts rose from 0.092 to 3.4 a year in August 2024, Bayes factor 186',
          'August 2024 is uncertain: 95 % from January 2022 to September 2024',
        ],
        analysis: {
          status: 'analysed',
          changes: [
            {
              kind: 'rise',
              month: '2024-08',
              evidence: {
                after: {
                  ids: [
                    'measure.bangladesh-entry-of-pakistanis.1',
                    'relation.BGD-PAK.4',
                    'relation.BGD-PAK.5',
                    'relation.BGD-PAK.8', // the talks stand for the visit that they were part of
                  ],
                },
              },
            },
          ],
        },
      },
      conflictual: { analysis: { changes: [] } },
    });
  });

  it('says too little of the tone, with the reason', async () => {
    const reason = 'scored events on record: 9, needed: 16';
    expect((await chancery.phases('BGD-PAK')).body.tone).toEqual({
      words: [`too little to say of tone: ${reason}`],
      analysis: { status: 'too-little', reason },
    });
  });

  it('looks no further than a day, and no further than what was known', async () => {
    const before = await chancery.phases('BGD-PAK', { through: '2024-06-30' });
    expect(before.body).toMatchObject({ through: '2024-06-30', tempo: { cooperative: { analysis: { changes: [] } } } });
    const unknown = await chancery.phases('BGD-PAK', { asOf: '2025-01-15T00:00:00Z' });
    expect(unknown.body).toMatchObject({
      through: '2025-01-15',
      tempo: { cooperative: { analysis: { status: 'too-little', reason: 'nothing is on record' } } },
    });
    expect((await chancery.phases('BGD-PAK', { through: '2099-01-01' })).body.through).toBe('2025-01-16');
  });

  it('finds a change of tone, with intervals, on the scale that is asked for', async () => {
    const on = (month: string, day: number) => `${month}-${String(day).padStart(2, '0')}`;
    const of = (type: string, month: string, roles: ReturnType<typeof as>) =>
      Array.from({ length: 10 }, (_, index) => ({ type, occurred: on(month, index + 1), ...roles }));
    const both = as('FJI:source', 'ISL:target');
    await chancery.post('relation/FJI-ISL', [
      ...of('CriticismExpressed', '2023-03', both),
      ...of('SupportExpressed', '2024-03', both),
    ]);
    await chancery.catchUp();
    const { body } = await chancery.phases('FJI-ISL', { scale: 'plover' });
    expect(body.tone).toMatchObject({
      words: ['tone rose from -2 (-2.8 to -1.2) to 5 (4.2 to 5.8) in March 2024'],
      analysis: { n: 20, changes: [{ kind: 'better', day: '2024-03-01', after: { n: 10, mean: 5 } }] },
    });
  });
});

describe('GET /relations/{dyad}/tempo', () => {
  it('compares each month with what the years before let expect, and says how rare a contact was', async () => {
    const first = await chancery.tempo('BGD-PAK', { from: '2024-07', limit: '4' });
    const { body } = first;
    expect(body).toMatchObject({ dyad: 'BGD-PAK', sign: 'cooperative', through: '2025-01-16', basis: 'constant' });
    const items = body.items as { month: string; observed: number; events: string[] }[];
    expect(items.map(({ month }) => month)).toEqual(['2024-07', '2024-08', '2024-09', '2024-10']);
    expect(items[0]).toMatchObject({ observed: 0, expected: { low: 0 }, events: [] });
    expect(body.rarity).toMatchObject({
      longest: { from: '1976-12-31', before: 'measure.bangladesh-entry-of-pakistanis.1' },
    });
    const next = await chancery.tempo('BGD-PAK', nextQuery(first));
    expect((next.body.items as { month: string }[]).map(({ month }) => month)).toEqual([
      '2024-11',
      '2024-12',
      '2025-01',
    ]);
  });

  it('names the events that were the first for long', async () => {
    const { rarity } = (await chancery.tempo('BGD-PAK')).body as { rarity: { firstSince: { words: string }[] } };
    expect(rarity.firstSince.map(({ words }) => words)).toContain('the first since 1976');
  });
});

describe('GET /relations/compare', () => {
  it('puts two relations side by side, and compares their rates over the months that both have', async () => {
    await chancery.post('relation/BGD-IND', [
      { type: 'MeetingHeld', occurred: '2024-03-04', ...as('BGD:participant', 'IND:participant') },
      { type: 'MeetingHeld', occurred: '2024-09-04', ...as('BGD:participant', 'IND:participant') },
    ]);
    await chancery.catchUp();
    const { body } = await chancery.compare('BGD-PAK,IND-BGD', { from: '2024-02' });
    expect(body).toMatchObject({ dyads: ['BGD-PAK', 'BGD-IND'], sign: 'cooperative' });
    const items = body.items as { month: string; one: object | null; other: { observed: number } | null }[];
    expect(items[0]).toMatchObject({ month: '2024-02' });
    expect(items.find(({ month }) => month === '2024-09')?.other).toMatchObject({ observed: 1 });
    expect((body.ratio as { months: number }).months).toBeGreaterThan(10);
  });

  it.each(['BGD-PAK', 'BGD-PAK,BGD-PAK', 'BGD-PAK,PAK-BGD', 'BGD-PAK,BGD-IND,IND-PAK'])(
    'refuses what are not two dyads: %s',
    async (dyads) => {
      expect(await chancery.compare(dyads)).toMatchObject({ status: 400, body: { errors: [{ parameter: 'dyads' }] } });
    },
  );
});
