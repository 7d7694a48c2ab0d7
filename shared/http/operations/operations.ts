import { appendCommitsOperation } from './append-commits.ts';
import { appendEventsOperation } from './append-events.ts';
import { readAssetOperation, readDocsOperation, readOpenApiOperation } from './describe-api.ts';
import type { Operation } from './operation.ts';
import { readEventOperation } from './read-event.ts';
import { readFeedOperation } from './read-feed.ts';
import { readHistoryOperation } from './read-history.ts';
import { readStreamOperation } from './read-stream.ts';
import { readTimelineOperation } from './read-timeline.ts';
import { reportHealthOperation } from './report-health.ts';
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
  ...subscriptionOperations,
  'GET /health': reportHealthOperation,
  'GET /openapi.json': readOpenApiOperation,
  'GET /docs': readDocsOperation,
  'GET /docs/{asset}': readAssetOperation,
};
