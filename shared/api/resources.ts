import * as agreements from '#shared/read-models/agreements/resource.ts';
import * as changes from '#shared/read-models/changes/resource.ts';
import * as contacts from '#shared/read-models/contacts/resource.ts';
import * as duplicates from '#shared/read-models/duplicates/resource.ts';
import * as events from '#shared/read-models/events/resource.ts';
import * as offices from '#shared/read-models/parties/offices-resource.ts';
import * as parties from '#shared/read-models/parties/resource.ts';
import * as people from '#shared/read-models/people/resource.ts';
import * as compare from '#shared/read-models/phases/compare-resource.ts';
import * as phases from '#shared/read-models/phases/resource.ts';
import * as tempo from '#shared/read-models/phases/tempo-resource.ts';
import type { QueryResource } from '#shared/read-models/query-resource.ts';
import * as diff from '#shared/read-models/relations/diff-resource.ts';
import * as sources from '#shared/read-models/sources/resource.ts';
import * as partners from '#shared/read-models/relations/partners-resource.ts';
import * as relations from '#shared/read-models/relations/resource.ts';
import * as representation from '#shared/read-models/representation/resource.ts';
import * as sanctions from '#shared/read-models/sanctions/resource.ts';
import * as scores from '#shared/read-models/scores/resource.ts';
import * as timeline from '#shared/read-models/timeline/resource.ts';
import * as topics from '#shared/read-models/topics/resource.ts';
import * as visits from '#shared/read-models/visits/resource.ts';
import * as deliveries from '#shared/subscriptions/webhooks/delivery-resource.ts';
import * as subscriptions from '#shared/subscriptions/webhooks/resource.ts';
import * as supervision from '#shared/subscriptions/webhooks/supervision-resource.ts';
import type { SubscriptionPorts } from '#shared/subscriptions/webhooks/subscription-call.ts';
import type { AppendPorts } from './appending/append-ports.ts';
import * as commits from './appending/commits-resource.ts';
import * as resolutions from './appending/resolutions-resource.ts';
import * as streamEvents from './appending/events-resource.ts';
import * as docs from './docs/resource.ts';
import type { DocsPorts } from './docs/resource.ts';
import * as feed from './feed/resource.ts';
import type { FeedPorts } from './feed/resource.ts';
import * as generations from './generations/resource.ts';
import * as health from './health/resource.ts';
import type { ConsumersPorts, HealthPorts } from './health/resource.ts';
import type { Operation } from './protocol/operation.ts';
import type { Resource } from './protocol/resource.ts';
import type { HttpFunctionName, RouteKey, RouteKeyOf } from './routes.ts';
import * as quarantine from './quarantine/resource.ts';
import type { QuarantineListPorts } from './quarantine/resource.ts';
import * as streams from './streams/resource.ts';

/** The code of every route of a function: a bundle holds only the table that it uses. */
type ResourcesOf<Name extends HttpFunctionName, Kind> = Readonly<Record<RouteKeyOf<Name>, Kind>>;

export const appendResources: ResourcesOf<'append', Resource<AppendPorts>> = {
  'POST /events': commits.appendCommits,
  'POST /streams/{category}/{id}/events': streamEvents.appendEvents,
  'POST /duplicates/resolutions': resolutions.resolveDuplicates,
};

export const queryResources: ResourcesOf<'query', QueryResource> = {
  'GET /events/{eventId}': events.readEvent,
  'GET /events/{eventId}/history': events.readHistory,
  'GET /changes': changes.readChanges,
  'GET /streams/{category}/{id}/events': streams.readStream,
  'GET /duplicates': duplicates.readDuplicates,
  'GET /sources': sources.readSources,
  'GET /relations': partners.rankPartners,
  'GET /relations/compare': compare.compareRelations,
  'GET /relations/{dyad}': relations.readRelation,
  'GET /relations/{dyad}/timeline': timeline.readTimeline,
  'GET /relations/{dyad}/score': scores.readScore,
  'GET /relations/{dyad}/phases': phases.readPhases,
  'GET /relations/{dyad}/tempo': tempo.readTempo,
  'GET /relations/{dyad}/diff': diff.readDiff,
  'GET /relations/{dyad}/representation': representation.readRepresentation,
  'GET /parties/{party}': parties.readParty,
  'GET /parties/{party}/events': parties.readPartyEvents,
  'GET /parties/{party}/offices': offices.listOffices,
  'GET /parties/{party}/offices/{office}/events': offices.readOfficeEvents,
  'GET /people': people.findPeople,
  'GET /people/{personId}': people.readPerson,
  'GET /people/{personId}/events': people.readPersonEvents,
  'GET /topics': topics.listTopics,
  'GET /topics/{topic}/events': topics.readTopicEvents,
  'GET /topics/{topic}/trend': topics.readTrend,
  'GET /contacts/{quarter}': contacts.readContacts,
  'GET /visits': visits.readVisits,
  'GET /agreements': agreements.readAgreements,
  'GET /agreements/{agreementId}': agreements.readAgreement,
  'GET /sanctions': sanctions.readSanctions,
};

export const feedResources: ResourcesOf<'read-feed', Resource<FeedPorts>> = { 'GET /events': feed.readFeed };

export const subscriptionResources: ResourcesOf<'manage-subscriptions', Resource<SubscriptionPorts>> = {
  'POST /subscriptions': subscriptions.createSubscription,
  'GET /subscriptions': subscriptions.listSubscriptions,
  'GET /supervision/subscriptions': supervision.superviseSubscriptions,
  'PATCH /supervision/subscriptions/{owner}/{subscriptionId}': supervision.decideSubscription,
  'GET /subscriptions/{subscriptionId}': subscriptions.readSubscription,
  'PATCH /subscriptions/{subscriptionId}': subscriptions.changeSubscription,
  'DELETE /subscriptions/{subscriptionId}': subscriptions.deleteSubscription,
  'POST /subscriptions/{subscriptionId}/replay': deliveries.replaySubscription,
  'POST /subscriptions/{subscriptionId}/rotate-secret': deliveries.rotateSubscriptionSecret,
  'POST /subscriptions/{subscriptionId}/ping': deliveries.pingSubscription,
};

/** The ports of the function that operators use. */
export type OperatePorts = ConsumersPorts & QuarantineListPorts;

export const operateResources: ResourcesOf<'operate', Resource<OperatePorts>> = {
  'GET /projections': generations.listProjections,
  'POST /projections/{name}/rebuild': generations.rebuildProjection,
  'POST /projections/{name}/promote': generations.promoteGeneration,
  'DELETE /projections/{name}/builds/{build}': generations.dropGeneration,
  'GET /quarantine': quarantine.listQuarantined,
  'POST /quarantine/{consumer}/{item}/release': quarantine.releaseQuarantined,
  'GET /health/consumers': health.reportConsumers,
};

export const descriptionResources: ResourcesOf<'describe-api', Resource<DocsPorts & HealthPorts>> = {
  'GET /health': health.reportHealth,
  'GET /openapi.json': docs.readOpenApi,
  'GET /openapi-examples.json': docs.readOpenApiExamples,
  'GET /asyncapi.json': docs.readAsyncApi,
  'GET /docs': docs.readDocs,
  'GET /docs/{asset}': docs.readDocsAsset,
};

/** The description of every route, made when it is asked for: only the OpenAPI document needs it. */
export const operations: Readonly<Record<RouteKey, () => Operation>> = {
  'POST /events': commits.appendCommitsOperation,
  'GET /events': feed.readFeedOperation,
  'GET /events/{eventId}': events.readEventOperation,
  'GET /events/{eventId}/history': events.readHistoryOperation,
  'GET /changes': changes.readChangesOperation,
  'POST /streams/{category}/{id}/events': streamEvents.appendEventsOperation,
  'GET /streams/{category}/{id}/events': streams.readStreamOperation,
  'GET /duplicates': duplicates.readDuplicatesOperation,
  'POST /duplicates/resolutions': resolutions.resolveDuplicatesOperation,
  'GET /sources': sources.readSourcesOperation,
  'GET /relations': partners.rankPartnersOperation,
  'GET /relations/{dyad}': relations.readRelationOperation,
  'GET /relations/{dyad}/timeline': timeline.readTimelineOperation,
  'GET /relations/{dyad}/score': scores.readScoreOperation,
  'GET /relations/{dyad}/phases': phases.readPhasesOperation,
  'GET /relations/{dyad}/tempo': tempo.readTempoOperation,
  'GET /relations/{dyad}/diff': diff.readDiffOperation,
  'GET /relations/compare': compare.compareRelationsOperation,
  'GET /relations/{dyad}/representation': representation.readRepresentationOperation,
  'GET /parties/{party}': parties.readPartyOperation,
  'GET /parties/{party}/events': parties.readPartyEventsOperation,
  'GET /parties/{party}/offices': offices.listOfficesOperation,
  'GET /parties/{party}/offices/{office}/events': offices.readOfficeEventsOperation,
  'GET /people': people.findPeopleOperation,
  'GET /people/{personId}': people.readPersonOperation,
  'GET /people/{personId}/events': people.readPersonEventsOperation,
  'GET /topics': topics.listTopicsOperation,
  'GET /topics/{topic}/events': topics.readTopicEventsOperation,
  'GET /topics/{topic}/trend': topics.readTrendOperation,
  'GET /contacts/{quarter}': contacts.readContactsOperation,
  'GET /visits': visits.readVisitsOperation,
  'GET /agreements': agreements.readAgreementsOperation,
  'GET /agreements/{agreementId}': agreements.readAgreementOperation,
  'GET /sanctions': sanctions.readSanctionsOperation,
  'POST /subscriptions': subscriptions.createSubscriptionOperation,
  'GET /subscriptions': subscriptions.listSubscriptionsOperation,
  'GET /subscriptions/{subscriptionId}': subscriptions.readSubscriptionOperation,
  'PATCH /subscriptions/{subscriptionId}': subscriptions.changeSubscriptionOperation,
  'DELETE /subscriptions/{subscriptionId}': subscriptions.deleteSubscriptionOperation,
  'POST /subscriptions/{subscriptionId}/replay': deliveries.replaySubscriptionOperation,
  'POST /subscriptions/{subscriptionId}/rotate-secret': deliveries.rotateSubscriptionSecretOperation,
  'POST /subscriptions/{subscriptionId}/ping': deliveries.pingSubscriptionOperation,
  'GET /supervision/subscriptions': supervision.superviseSubscriptionsOperation,
  'PATCH /supervision/subscriptions/{owner}/{subscriptionId}': supervision.decideSubscriptionOperation,
  'GET /projections': generations.listProjectionsOperation,
  'POST /projections/{name}/rebuild': generations.rebuildProjectionOperation,
  'POST /projections/{name}/promote': generations.promoteGenerationOperation,
  'DELETE /projections/{name}/builds/{build}': generations.dropGenerationOperation,
  'GET /quarantine': quarantine.listQuarantinedOperation,
  'POST /quarantine/{consumer}/{item}/release': quarantine.releaseQuarantinedOperation,
  'GET /health': health.reportHealthOperation,
  'GET /health/consumers': health.reportConsumersOperation,
  'GET /openapi.json': docs.readOpenApiOperation,
  'GET /openapi-examples.json': docs.readOpenApiExamplesOperation,
  'GET /asyncapi.json': docs.readAsyncApiOperation,
  'GET /docs': docs.readDocsOperation,
  'GET /docs/{asset}': docs.readDocsAssetOperation,
};
