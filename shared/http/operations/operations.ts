import { appendCommitsOperation } from './append-commits.ts';
import { appendEventsOperation } from './append-events.ts';
import { readAssetOperation, readDocsOperation, readOpenApiOperation } from './describe-api.ts';
import type { Operation } from './operation.ts';
import { readAgreementOperation, readAgreementsOperation } from './read-agreements.ts';
import { readEventOperation } from './read-event.ts';
import { readFeedOperation } from './read-feed.ts';
import { readHistoryOperation } from './read-history.ts';
import { readRepresentationOperation } from './read-representation.ts';
import { readSanctionsOperation } from './read-sanctions.ts';
import { readStreamOperation } from './read-stream.ts';
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
  'GET /health': reportHealthOperation,
  'GET /openapi.json': readOpenApiOperation,
  'GET /docs': readDocsOperation,
  'GET /docs/{asset}': readAssetOperation,
};
