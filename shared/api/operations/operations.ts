import { appendCommitsOperation } from './append-commits.ts';
import { appendEventsOperation } from './append-events.ts';
import { readAssetOperation, readAsyncApiOperation, readDocsOperation, readOpenApiOperation } from './describe-api.ts';
import { findPeopleOperation } from './find-people.ts';
import {
  dropGenerationOperation,
  listProjectionsOperation,
  promoteGenerationOperation,
  rebuildProjectionOperation,
} from './manage-projections.ts';
import {
  listOfficesOperation,
  officeEventsOperation,
  partyEventsOperation,
  personEventsOperation,
  readPartyOperation,
  topicEventsOperation,
} from './dossiers.ts';
import type { Operation } from './operation.ts';
import { readChangesOperation } from './read-changes.ts';
import { readContactsOperation } from './read-contacts.ts';
import { readEventOperation } from './read-event.ts';
import { readFeedOperation } from './read-feed.ts';
import { readHistoryOperation } from './read-history.ts';
import { readRelationOperation } from './read-relation.ts';
import { readAgreementOperation, readAgreementsOperation } from './read-agreements.ts';
import { readRepresentationOperation } from './read-representation.ts';
import { readSanctionsOperation } from './read-sanctions.ts';
import { readPersonOperation } from './read-person.ts';
import { readStreamOperation } from './read-stream.ts';
import { rankPartnersOperation } from './rank-partners.ts';
import { readPhasesOperation } from './read-phases.ts';
import { readScoreOperation } from './read-score.ts';
import { readTimelineOperation } from './read-timeline.ts';
import { readVisitsOperation } from './read-visits.ts';
import { reportHealthOperation } from './report-health.ts';
import { listTopicsOperation, readTrendOperation } from './topics.ts';
import { subscriptionOperations } from './subscriptions.ts';

/** The operation behind each route, by `METHOD path`. */
export const operations: Readonly<Record<string, Operation>> = {
  'POST /events': appendCommitsOperation,
  'POST /streams/{category}/{id}/events': appendEventsOperation,
  'GET /streams/{category}/{id}/events': readStreamOperation,
  'GET /events': readFeedOperation,
  'GET /events/{eventId}': readEventOperation,
  'GET /events/{eventId}/history': readHistoryOperation,
  'GET /relations/{dyad}/timeline': readTimelineOperation,
  'GET /relations/{dyad}': readRelationOperation,
  'GET /parties/{party}': readPartyOperation,
  'GET /parties/{party}/events': partyEventsOperation,
  'GET /parties/{party}/offices': listOfficesOperation,
  'GET /parties/{party}/offices/{office}/events': officeEventsOperation,
  'GET /people/{personId}/events': personEventsOperation,
  'GET /topics': listTopicsOperation,
  'GET /topics/{topic}/events': topicEventsOperation,
  'GET /topics/{topic}/trend': readTrendOperation,
  'GET /contacts/{quarter}': readContactsOperation,
  'GET /changes': readChangesOperation,
  'GET /relations/{dyad}/score': readScoreOperation,
  'GET /relations/{dyad}/phases': readPhasesOperation,
  'GET /relations': rankPartnersOperation,
  'GET /relations/{dyad}/representation': readRepresentationOperation,
  'GET /visits': readVisitsOperation,
  'GET /agreements': readAgreementsOperation,
  'GET /agreements/{agreementId}': readAgreementOperation,
  'GET /sanctions': readSanctionsOperation,
  'GET /people': findPeopleOperation,
  'GET /people/{personId}': readPersonOperation,
  'GET /projections': listProjectionsOperation,
  'POST /projections/{name}/rebuild': rebuildProjectionOperation,
  'POST /projections/{name}/promote': promoteGenerationOperation,
  'DELETE /projections/{name}/builds/{build}': dropGenerationOperation,
  ...subscriptionOperations,
  'GET /health': reportHealthOperation,
  'GET /openapi.json': readOpenApiOperation,
  'GET /asyncapi.json': readAsyncApiOperation,
  'GET /docs': readDocsOperation,
  'GET /docs/{asset}': readAssetOperation,
};
