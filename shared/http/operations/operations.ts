import { appendCommitsOperation } from './append-commits.ts';
import { appendEventsOperation } from './append-events.ts';
import { readAssetOperation, readAsyncApiOperation, readDocsOperation, readOpenApiOperation } from './describe-api.ts';
import { findPeopleOperation } from './find-people.ts';
import {
  dropBuildOperation,
  listProjectionsOperation,
  promoteBuildOperation,
  rebuildProjectionOperation,
} from './manage-projections.ts';
import type { Operation } from './operation.ts';
import { readAgreementOperation, readAgreementsOperation } from './read-agreements.ts';
import { readEventOperation } from './read-event.ts';
import { readFeedOperation } from './read-feed.ts';
import { readHistoryOperation } from './read-history.ts';
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

/** The operation behind each route, by `METHOD path`. */
export const operations: Readonly<Record<string, Operation>> = {
  'POST /events': appendCommitsOperation,
  'POST /streams/{category}/{id}/events': appendEventsOperation,
  'GET /streams/{category}/{id}/events': readStreamOperation,
  'GET /events': readFeedOperation,
  'GET /events/{eventId}': readEventOperation,
  'GET /events/{eventId}/history': readHistoryOperation,
  'GET /relations/{dyad}/timeline': readTimelineOperation,
  'GET /relations/{dyad}/representation': readRepresentationOperation,
  'GET /visits': readVisitsOperation,
  'GET /agreements': readAgreementsOperation,
  'GET /agreements/{agreementId}': readAgreementOperation,
  'GET /sanctions': readSanctionsOperation,
  'GET /people': findPeopleOperation,
  'GET /people/{personId}': readPersonOperation,
  'GET /relations/{dyad}/score': readScoreOperation,
  'GET /relations/{dyad}/phases': readPhasesOperation,
  'GET /relations': rankPartnersOperation,
  'GET /projections': listProjectionsOperation,
  'POST /projections/{name}/rebuild': rebuildProjectionOperation,
  'POST /projections/{name}/promote': promoteBuildOperation,
  'DELETE /projections/{name}/builds/{build}': dropBuildOperation,
  'GET /health': reportHealthOperation,
  'GET /openapi.json': readOpenApiOperation,
  'GET /asyncapi.json': readAsyncApiOperation,
  'GET /docs': readDocsOperation,
  'GET /docs/{asset}': readAssetOperation,
};
