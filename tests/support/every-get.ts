import { invoke, service } from './service.ts';
import { describeApi } from '#functions/describe-api/describe-api.ts';
import { findPeople } from '#functions/find-people/find-people.ts';
import { listOffices } from '#functions/list-offices/list-offices.ts';
import { listTopics } from '#functions/list-topics/list-topics.ts';
import { manageProjections } from '#functions/manage-projections/manage-projections.ts';
import { manageSubscriptions } from '#functions/manage-subscriptions/manage-subscriptions.ts';
import { rankPartners } from '#functions/rank-partners/rank-partners.ts';
import { readAgreement } from '#functions/read-agreement/read-agreement.ts';
import { readAgreements } from '#functions/read-agreements/read-agreements.ts';
import { readChanges } from '#functions/read-changes/read-changes.ts';
import { readContacts } from '#functions/read-contacts/read-contacts.ts';
import { readDossier } from '#functions/read-dossier/read-dossier.ts';
import { readEvent } from '#functions/read-event/read-event.ts';
import { readFeed } from '#functions/read-feed/read-feed.ts';
import { readHistory } from '#functions/read-history/read-history.ts';
import { readParty } from '#functions/read-party/read-party.ts';
import { readPerson } from '#functions/read-person/read-person.ts';
import { readPhases } from '#functions/read-phases/read-phases.ts';
import { readRelation } from '#functions/read-relation/read-relation.ts';
import { readRepresentation } from '#functions/read-representation/read-representation.ts';
import { readSanctions } from '#functions/read-sanctions/read-sanctions.ts';
import { readScore } from '#functions/read-score/read-score.ts';
import { readStream } from '#functions/read-stream/read-stream.ts';
import { readTimeline } from '#functions/read-timeline/read-timeline.ts';
import { readTrend } from '#functions/read-trend/read-trend.ts';
import { readVisits } from '#functions/read-visits/read-visits.ts';
import { reportHealth } from '#functions/report-health/report-health.ts';
import type { HttpReply } from '#shared/api/protocol/http-request.ts';
import { routes } from '#shared/api/routes.ts';
import { sealingWith } from '#shared/subscriptions/webhooks/sealed-secrets.ts';
import seedBrief from '#infra/local/cli/demo/seed-brief.json' with { type: 'json' };

type Texts = Readonly<Record<string, string>>;
type Handler = Parameters<typeof invoke>[0];

/** A day on which the brief is recorded, and asked about. */
const now = () => new Date('2025-03-01T12:00:00Z');

/** Every route that is a GET, as `GET path`. */
export const getRoutes = routes.filter(({ method }) => method === 'GET').map(({ path }) => `GET ${path}`);

/** What a query has to say, where it has to say something. */
const needed: Readonly<Record<string, Texts>> = {
  'GET /relations': { party: 'BGD', from: '2024-08' },
  'GET /relations/{dyad}/score': { from: '2025-01' },
  'GET /topics/{topic}/trend': { from: '2025-01', to: '2025-02' },
  'GET /relations/{dyad}/phases': { from: '2020-01', scale: 'plover' },
  'GET /visits': { party: 'BGD' },
  'GET /agreements': { party: 'BGD' },
  'GET /sanctions': { party: 'BGD' },
  'GET /people': { name: 'Kamrul Hassan' },
};

/** The service with the brief, a sanction, a correction and a subscription recorded; `get` asks any of its GET routes. */
export async function everyGet() {
  const chancery = service(undefined, now);
  const { stores, querying, subscriptions } = chancery;
  const { ledger, feed, checkpoints } = stores;
  const manage = manageSubscriptions({
    subscriptions,
    checkpoints,
    feed,
    cursors: querying.cursors,
    sealing: sealingWith('key'),
    now,
    wake: async () => undefined,
    loopback: 'refused',
  });
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
  const subscribed = await invoke(manage, {
    method: 'POST',
    path: '/subscriptions',
    subject: 'analyst',
    body: { url: 'https://newsroom.example/chancery', filter: { dyads: ['BGD-PAK'] }, from: 'now' },
  });
  const { id: subscriptionId } = JSON.parse(subscribed.body) as { id: string };

  const handlers: Readonly<Record<string, Handler>> = {
    'read-stream': readStream(ledger, querying),
    'read-feed': readFeed(feed, ledger, querying.cursors),
    'read-event': readEvent(ledger, querying),
    'read-history': readHistory(ledger, querying),
    'read-timeline': readTimeline(querying),
    'read-relation': readRelation(querying, now),
    'read-party': readParty(querying),
    'read-dossier': readDossier(querying),
    'list-offices': listOffices(querying),
    'list-topics': listTopics(querying),
    'read-trend': readTrend(querying),
    'read-contacts': readContacts(querying),
    'read-changes': readChanges(querying),
    'read-score': readScore(querying, now),
    'read-phases': readPhases(querying, now),
    'rank-partners': rankPartners(querying, now),
    'read-representation': readRepresentation(querying, now),
    'read-visits': readVisits(querying, now),
    'read-agreements': readAgreements(querying, now),
    'read-agreement': readAgreement(querying, now),
    'read-sanctions': readSanctions(querying, now),
    'find-people': findPeople(querying),
    'read-person': readPerson(querying),
    'manage-projections': manageProjections(stores),
    'manage-subscriptions': manage,
    'report-health': reportHealth(stores),
    'describe-api': describeApi(async (name) => Buffer.from(`the file ${name}`)),
  };
  const known: Texts = {
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

  return {
    chancery,
    /** Asks a route, about what the brief knows unless `parameters` say otherwise. */
    get: async (
      name: string,
      { headers = {}, query = {}, parameters: about = {} }: { headers?: Texts; query?: Texts; parameters?: Texts } = {},
    ): Promise<HttpReply> => {
      const route = routes.find(({ method, path }) => `${method} ${path}` === name);
      const handler = handlers[route?.answeredBy ?? ''];
      if (route === undefined || handler === undefined) throw new Error(`Nothing answers ${name}`);
      const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, parameter = '']) => parameter);
      const parameters = Object.fromEntries(
        names.map((parameter) => [parameter, { ...known, ...about }[parameter] ?? '']),
      );
      const path = route.path.replaceAll(/\{(\w+)\}/g, (_, parameter: string) => parameters[parameter] ?? '');
      const asked = { ...needed[name], ...query };
      return invoke(handler, { route: name, path, parameters, query: asked, headers, subject: 'analyst' });
    },
  };
}
