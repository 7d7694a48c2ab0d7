import { beforeAll, describe, expect, it } from 'vitest';
import { everyGet, getRoutes } from '#tests/support/every-get.ts';

let service: Awaited<ReturnType<typeof everyGet>>;
beforeAll(async () => {
  service = await everyGet();
});

type Texts = Readonly<Record<string, string>>;
interface Named {
  /** In the path, and in the query. */
  readonly parameters?: Texts;
  readonly query?: Texts;
  /** The parameter that the fault names. */
  readonly fault?: string;
}

/** Names that nothing can have. */
const invalid: Readonly<Record<string, Named>> = {
  'GET /streams/{category}/{id}/events': { parameters: { id: 'PAK-BGD' }, fault: 'id' },
  'GET /parties/{party}': { parameters: { party: 'XXX' }, fault: 'party' },
  'GET /parties/{party}/events': { parameters: { party: 'XXX' }, fault: 'party' },
  'GET /parties/{party}/offices': { parameters: { party: 'XXX' }, fault: 'party' },
  'GET /parties/{party}/offices/{office}/events': { parameters: { office: '---' }, fault: 'office' },
  'GET /people/{personId}/events': { parameters: { personId: 'Yunus' }, fault: 'personId' },
  'GET /topics': { query: { prefix: 'Defence' }, fault: 'prefix' },
  'GET /topics/{topic}/events': { parameters: { topic: 'Defence ties' }, fault: 'topic' },
  'GET /topics/{topic}/trend': { parameters: { topic: 'Defence ties' }, fault: 'topic' },
  'GET /contacts/{quarter}': { parameters: { quarter: '2025-Q5' }, fault: 'quarter' },
  'GET /events': { query: { party: 'XXX' }, fault: 'party' },
  'GET /changes': { query: { dyad: 'BGD-BGD' }, fault: 'dyad' },
  'GET /relations': { query: { party: 'XXX' }, fault: 'party' },
  'GET /relations/compare': { query: { dyads: 'BGD-PAK,BGD-XXX' }, fault: 'dyads' },
  'GET /visits': { query: { party: 'XXX' }, fault: 'party' },
  'GET /agreements': { query: { party: 'XXX' }, fault: 'party' },
  'GET /sanctions': { query: { party: 'XXX' }, fault: 'party' },
  'GET /people': { query: { name: '' }, fault: 'name' },
  'GET /duplicates': { query: { party: 'XXX' }, fault: 'party' },
};

/** Relations that cannot be. */
const noRelations = ['', '/timeline', '/score', '/phases', '/tempo', '/representation'].map(
  (rest) => `GET /relations/{dyad}${rest}`,
);

/** What there would be only by being recorded. */
const unrecorded: Readonly<Record<string, Texts>> = {
  'GET /streams/{category}/{id}/events': { id: 'FJI-ISL' },
  'GET /events/{eventId}': { eventId: 'relation.FJI-ISL.1' },
  'GET /events/{eventId}/history': { eventId: 'relation.FJI-ISL.1' },
  'GET /agreements/{agreementId}': { agreementId: 'never-signed' },
  'GET /people/{personId}': { personId: 'person:nobody' },
  'GET /subscriptions/{subscriptionId}': { subscriptionId: 'of-nobody' },
  'GET /docs/{asset}': { asset: 'nothing.js' },
};

const atIceland = { parameters: { party: 'ISL' } };
const ofTwo = { parameters: { dyad: 'FJI-ISL' } };
const aboutNothing = { parameters: { topic: 'whale-watching' } };
/** What there is, though nothing is recorded of it; with where the answer lists things. */
const unheardOf: Readonly<Record<string, Named & { readonly lists: readonly string[] }>> = {
  'GET /events': { query: { dyad: 'FJI-ISL' }, lists: ['items'] },
  'GET /relations/{dyad}/timeline': { ...ofTwo, lists: ['items'] },
  'GET /relations/{dyad}': { ...ofTwo, lists: ['years', 'agreements', 'sanctions'] },
  'GET /relations/{dyad}/tempo': { ...ofTwo, lists: ['items'] },
  'GET /relations/{dyad}/diff': { ...ofTwo, query: { from: '2025-01-15T00:00:00Z', to: '2025-01-16T00:00:00Z' }, lists: ['items'] }, // prettier-ignore
  'GET /relations/compare': { query: { dyads: 'FJI-ISL,FJI-NZL' }, lists: ['items'] },
  'GET /relations/{dyad}/representation': { ...ofTwo, lists: ['asymmetries'] },
  'GET /relations': { query: { party: 'ISL' }, lists: ['items'] },
  'GET /parties/{party}': { ...atIceland, lists: ['years', 'types', 'partners'] },
  'GET /parties/{party}/events': { ...atIceland, lists: ['items'] },
  'GET /parties/{party}/offices': { ...atIceland, lists: ['items'] },
  'GET /parties/{party}/offices/{office}/events': { parameters: { office: 'harbour-master' }, lists: ['items'] },
  'GET /people/{personId}/events': { parameters: { personId: 'person:nobody' }, lists: ['items'] },
  'GET /people': { query: { name: 'Nobody Atall' }, lists: ['items'] },
  'GET /topics': { query: { prefix: 'whale' }, lists: ['items'] },
  'GET /topics/{topic}/events': { ...aboutNothing, lists: ['items'] },
  'GET /contacts/{quarter}': { parameters: { quarter: '1815-Q2' }, lists: ['nodes', 'edges'] },
  'GET /changes': { query: { dyad: 'FJI-ISL' }, lists: ['items'] },
  'GET /visits': { query: { party: 'ISL' }, lists: ['items'] },
  'GET /agreements': { query: { party: 'ISL' }, lists: ['items'] },
  'GET /sanctions': { query: { party: 'ISL' }, lists: ['items'] },
  'GET /sources': { query: { publisher: 'Nobody' }, lists: ['items'] },
  'GET /duplicates': { query: { party: 'ISL' }, lists: ['items'] },
};
/** Months of which nothing is recorded are listed, each with nothing in it. */
const months: Readonly<Record<string, Named>> = {
  'GET /relations/{dyad}/score': ofTwo,
  'GET /topics/{topic}/trend': aboutNothing,
};

/** They name nothing. */
const nameless = [
  '/projections',
  '/quarantine',
  '/subscriptions',
  '/supervision/subscriptions',
  '/health',
  '/openapi-examples.json',
  '/health/consumers',
  '/openapi.json',
  '/asyncapi.json',
  '/docs',
];

describe('every route that names something', () => {
  it('is in one of the tables', () => {
    const tables = [invalid, unrecorded, unheardOf, months].flatMap((table) => Object.keys(table));
    const all = [...tables, ...noRelations, ...nameless.map((path) => `GET ${path}`)];
    expect([...new Set(all)].toSorted()).toEqual(getRoutes.toSorted());
  });

  it.each(Object.entries(invalid))(
    'refuses what cannot be, and names the parameter: %s',
    async (name, { fault, ...named }) => {
      const { statusCode, body } = await service.get(name, named);
      expect([statusCode, JSON.parse(body)]).toMatchObject([400, { errors: [{ parameter: fault }] }]);
    },
  );

  it.each(noRelations)('finds no relation where the path names no dyad: %s', async (name) => {
    const { statusCode, body } = await service.get(name, { parameters: { dyad: 'BGD-XXX' } });
    expect([statusCode, JSON.parse(body)]).toMatchObject([404, { errors: [{ parameter: 'dyad', detail: expect.stringContaining('BGD-XXX') }] }]); // prettier-ignore
  });

  it.each(Object.entries(unrecorded))(
    'does not find what was never recorded, and names it: %s',
    async (name, parameters) => {
      const { statusCode, body } = await service.get(name, { parameters });
      const [last = ''] = Object.values(parameters);
      expect([statusCode, JSON.parse(body)]).toMatchObject([404, { type: 'urn:chancery:problem:not-found', detail: expect.stringContaining(last) }]); // prettier-ignore
    },
  );

  it.each(Object.entries(unheardOf))(
    'has an empty answer of what nothing is recorded of: %s',
    async (name, { lists, ...named }) => {
      const { statusCode, body } = await service.get(name, named);
      expect([statusCode, JSON.parse(body)]).toMatchObject([200, Object.fromEntries(lists.map((list) => [list, []]))]);
    },
  );

  it.each(Object.entries(months))('has months with nothing in them: %s', async (name, named) => {
    const { statusCode, body } = await service.get(name, named);
    const { items } = JSON.parse(body) as { items: { n: number }[] };
    expect(statusCode).toBe(200);
    expect(items.length).toBeGreaterThan(0);
    expect(new Set(items.map(({ n }) => n))).toEqual(new Set([0]));
  });
});
