import { service } from './service.ts';
import type { HttpReply } from '#shared/api/protocol/http-request.ts';
import { routes } from '#shared/api/routes.ts';
import seedBrief from '#infra/local/cli/demo/seed-brief.json' with { type: 'json' };

type Texts = Readonly<Record<string, string>>;
type Asked = { readonly headers?: Texts; readonly query?: Texts; readonly parameters?: Texts };

/** When the brief is recorded, and a little later, when it is asked about. */
const recorded = new Date('2025-03-01T12:00:00Z');
const queried = new Date('2025-03-01T12:00:02Z');

/** Every route that is a GET, as `GET path`. */
export const getRoutes = routes.filter(({ method }) => method === 'GET').map(({ path }) => `GET ${path}`);

/** What a query has to say, where it has to say something. */
const needed: Readonly<Record<string, Texts>> = {
  'GET /duplicates': { party: 'BGD', limit: '100' },
  'GET /relations': { party: 'BGD', from: '2024-08' },
  'GET /relations/{dyad}/score': { from: '2025-01' },
  'GET /topics/{topic}/trend': { from: '2025-01', to: '2025-02' },
  'GET /relations/{dyad}/phases': { scale: 'plover' },
  'GET /relations/{dyad}/diff': { from: '2025-01-01T00:00:00Z', to: '2025-03-01T12:00:00Z' },
  'GET /relations/{dyad}/tempo': { from: '2024-01' },
  'GET /relations/compare': { dyads: 'BGD-PAK,BGD-IND', from: '2024-01' },
  'GET /visits': { party: 'BGD' },
  'GET /agreements': { party: 'BGD' },
  'GET /sanctions': { party: 'BGD' },
  'GET /people': { name: 'Kamrul Hassan' },
};

/**
 * The service with the brief, a sanction, a correction and a subscription recorded; `get` asks any of its GET routes.
 */
export async function everyGet() {
  let made = 0;
  let now = recorded;
  const chancery = service(
    undefined,
    () => now,
    () => `example-${(made += 1)}`,
  );
  await chancery.postCommits(seedBrief);
  await chancery.post('measure/tea-embargo', {
    type: 'SanctionImposed',
    occurred: '2025-02-01',
    participants: [
      { party: 'BGD', role: 'source' },
      { party: 'FJI', role: 'target' },
    ],
    summary: 'No tea to Fiji',
  });
  await chancery.post('relation/BGD-PAK', {
    type: 'EventDateRefined',
    of: 'relation.BGD-PAK.8',
    occurred: '2025-01-14',
    summary: 'The day is given by a later report',
  });
  await chancery.catchUp();
  now = queried;
  await chancery.stores.quarantine.add({
    consumer: 'publish',
    item: '7',
    reason: 'RangeError: Invalid time value',
    quarantinedAt: now.toISOString(),
  });
  const subscribed = await chancery.send({
    method: 'POST',
    path: '/subscriptions',
    headers: { 'idempotency-key': 'press-room' },
    body: { url: 'https://newsroom.example/chancery', filter: { dyads: ['BGD-PAK'] }, from: 'now' },
  });
  const { id: subscriptionId } = JSON.parse(subscribed.body) as { id: string };

  const known: Record<string, string> = {
    category: 'relation',
    id: 'BGD-PAK',
    eventId: 'relation.BGD-PAK.8',
    dyad: 'BGD-PAK',
    party: 'PAK',
    office: 'chief-of-army-staff',
    personId: 'person:pak-asim-munir',
    topic: 'defence-ties',
    quarter: '2025-Q1',
    agreementId: 'tripartite-1974',
    subscriptionId,
    asset: 'start.js',
  };

  const request = (name: string, { headers = {}, query = {}, parameters: about = {} }: Asked = {}) => {
    const parameters: Texts = { ...known, ...about };
    const [, template = ''] = name.split(' ');
    const path = template.replaceAll(/\{(\w+)\}/g, (_, parameter: string) => parameters[parameter] ?? '');
    return { path, query: { ...needed[name], ...query }, headers };
  };
  return {
    chancery,
    subscriptionId,
    /** The request for a route, about what the brief knows unless `parameters` say otherwise. */
    request,
    /** Sends it. */
    get: async (name: string, asked?: Asked): Promise<HttpReply> => chancery.send(request(name, asked)),
  };
}
