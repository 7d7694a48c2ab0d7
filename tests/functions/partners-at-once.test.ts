import { beforeEach, expect, it } from 'vitest';
import { mostStates } from '#shared/read-models/relations/partner-states.ts';
import { mostMonths } from '#shared/read-models/relations/trends.ts';
import { declaredParties } from '#shared/domain/parties/declared-parties.ts';
import { dyadOf } from '#shared/domain/parties/dyad.ts';
import { as } from '#tests/support/sample-event.ts';
import { call, service } from '#tests/support/service.ts';
import { query } from '#functions/query/query.ts';

type Partner = Readonly<Record<string, unknown>> & { readonly dyad: string };

let chancery: ReturnType<typeof service>;
beforeEach(async () => {
  chancery = service(undefined, () => new Date('2025-03-10T12:00:00.000Z'));
});

const meeting = (occurred: string, party = 'PAK') => ({
  type: 'MeetingHeld',
  occurred,
  place: { city: `City of ${party}, ${occurred}` },
  ...as('BGD:participant', `${party}:participant`),
});
async function record(stream: string, ...events: object[]): Promise<void> {
  expect(await chancery.post(stream, events)).toMatchObject({ status: 201 });
}
const partnersIn = async (path: string, asked: Readonly<Record<string, string>>, list: string) =>
  (await chancery.get(path, asked)).body[list] as readonly Partner[];

it('a dossier shows the state of each relation as the relation itself does', async () => {
  await record('relation/BGD-PAK', meeting('2025-01-14'), meeting('2024-11-02'));
  await record('relation/BGD-IND', meeting('2024-05-01', 'IND'));
  await record('relation/BGD-PAK', { type: 'RelationsEstablished', occurred: '1976-01-18', ...as('BGD:participant', 'PAK:participant') }); // prettier-ignore
  await record('mission/PAK-BGD', { type: 'MissionOpened', occurred: '1976-06-01', level: 'ambassador', ...as('PAK:sender', 'BGD:receiver') }); // prettier-ignore
  await chancery.catchUp();
  const partners = await partnersIn('/parties/BGD', { include: 'state' }, 'partners');
  expect(partners.map(({ dyad }) => dyad)).toEqual(['BGD-PAK', 'BGD-IND']);
  for (const { dyad, state } of partners) {
    const { lastContact, relations, missions } = (await chancery.get(`/relations/${dyad}`)).body;
    expect(state).toEqual({ lastContact, relations, missions });
  }
  expect(partners[0]?.state).toMatchObject({ lastContact: { occurred: '2025-01-14' }, relations: { status: 'established' } }); // prettier-ignore
  expect((await partnersIn('/parties/BGD', {}, 'partners'))[0]).not.toHaveProperty('state');
});

it('a ranking shows the trend of each relation as its scores do, also as it was known', async () => {
  await record('relation/BGD-PAK', meeting('2025-01-14'), meeting('2024-11-02'));
  const many = 'AFG ALB DZA AND AGO ARG ARM PAK'.split(' ').map((party) => `${party}:participant` as const);
  await record('relation/BGD-PAK', { ...meeting('2024-12-01'), ...as('BGD:participant', ...many) });
  await chancery.catchUp();
  for (const asOf of [undefined, '2025-03-10T12:00:00.000Z']) {
    const asked = { from: '2024-09', to: '2025-03', ...(asOf !== undefined && { asOf }) };
    const [pakistan] = await partnersIn('/relations', { party: 'BGD', include: 'trend', ...asked }, 'items');
    const months = (await chancery.score('BGD-PAK', asked)).body.items as readonly {
      readonly index: { slow: number };
    }[];
    expect(pakistan?.trend).toEqual(months.map(({ index }) => index.slow));
    expect(new Set(months.map(({ index }) => index.slow)).size).toBeGreaterThan(3);
  }
  expect((await partnersIn('/relations', { party: 'BGD' }, 'items'))[0]).not.toHaveProperty('trend');
});

it('shows the state and the trend of the first 30 partners, and the last 120 months of a trend', async () => {
  const others = Object.keys(declaredParties).slice(0, mostStates + 1);
  for (const party of others) await record(`relation/${dyadOf('BGD', party)}`, meeting('2024-05-01', party));
  await chancery.catchUp();
  const asked = { party: 'BGD', include: 'trend', from: '2015-01', to: '2025-03' };
  const ranked = await partnersIn('/relations', asked, 'items');
  expect(ranked.map(({ trend }) => (trend as number[] | undefined)?.length)).toEqual([
    ...Array.from({ length: mostStates }, () => mostMonths),
    undefined,
  ]);
  const dossier = await partnersIn('/parties/BGD', { include: 'state', partners: '300' }, 'partners');
  expect(dossier.map(({ state }) => state !== undefined)).toEqual([...Array(mostStates).fill(true), false]);
});

it('takes as many calls for thirty partners as the newest contacts of each, and seven', async () => {
  const others = Object.keys(declaredParties).slice(0, mostStates);
  for (const party of others) await record(`relation/${dyadOf('BGD', party)}`, meeting('2024-05-01', party));
  await chancery.catchUp();
  const { readModels } = chancery.stores;
  let calls = 0;
  const reader = query({
    ...chancery.querying,
    readModels: {
      load: async (keys) => ((calls += 1), readModels.load(keys)),
      rows: (range) => ((calls += 1), readModels.rows(range)),
      whole: (partitions, range) => ((calls += 1), readModels.whole(partitions, range)),
    },
  });
  const callsOf = async (path: string, asked: Readonly<Record<string, string>>) => {
    calls = 0;
    expect(await call(reader, { path, query: asked })).toMatchObject({ status: 200 });
    return calls;
  };
  expect(await callsOf('/relations', { party: 'BGD', include: 'trend' })).toBeLessThanOrEqual(3);
  expect(await callsOf('/parties/BGD', { include: 'state', partners: '300' })).toBeLessThanOrEqual(mostStates + 7);
});
