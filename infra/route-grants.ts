import type { ChanceryFunction } from './constructs/primitives/chancery-function.ts';
import type { Checkpoints } from './constructs/feed/checkpoints.ts';
import type { CursorKey } from './constructs/api/cursor-key.ts';
import type { Feed } from './constructs/feed/feed.ts';
import type { HttpApi } from './constructs/api/http-api.ts';
import type { Ledger } from './constructs/ledger/ledger.ts';
import type { ReadModels } from './constructs/read-models/read-models.ts';
import type { Subscriptions } from './constructs/webhooks/subscriptions.ts';
import type { Webhooks } from './constructs/webhooks/webhooks.ts';

/** The functions that read rows of the read models only. */
const fromRows = [
  'read-timeline',
  'read-relation',
  'read-score',
  'read-phases',
  'rank-partners',
  'read-representation',
  'read-visits',
  'read-agreements',
  'read-agreement',
  'read-sanctions',
  'read-dossier',
  'read-party',
  'list-offices',
  'find-people',
  'read-person',
  'list-topics',
  'read-trend',
  'read-contacts',
  'read-changes',
];

export interface Granting {
  readonly ledger: Ledger;
  readonly feed: Feed;
  readonly checkpoints: Checkpoints;
  readonly readModels: ReadModels;
  readonly subscriptions: Subscriptions;
  readonly webhooks: Webhooks;
  readonly cursorKey: CursorKey;
}

/** Grants the function of each route what it needs, and no more. */
export function grantRoutes(api: HttpApi, granting: Granting): void {
  const { ledger, feed, checkpoints, readModels, subscriptions, webhooks, cursorKey } = granting;
  /** What `querying()` needs next to the rows themselves: which generations serve, their progress, and cursors. */
  const query = (fn: ChanceryFunction): void => {
    checkpoints.grantRead(fn);
    cursorKey.grantSign(fn);
  };
  for (const fn of [api.function('append-events'), api.function('append-commits')]) {
    ledger.grantAppend(fn);
    readModels.grantLoad(fn);
    readModels.grantQuery(fn);
    query(fn);
  }
  const readStream = api.function('read-stream');
  ledger.grantRead(readStream);
  readModels.grantLoad(readStream);
  query(readStream);

  const readFeed = api.function('read-feed');
  feed.grantRead(readFeed);
  // A filter sees a correction as the event that it is about.
  ledger.grantRead(readFeed);
  cursorKey.grantSign(readFeed);

  for (const fn of [api.function('read-event'), api.function('read-history')]) {
    ledger.grantRead(fn);
    readModels.grantLoad(fn);
    readModels.grantQuery(fn);
    query(fn);
  }

  for (const fn of fromRows.map((name) => api.function(name))) {
    readModels.grantQuery(fn);
    query(fn);
  }

  const manageSubscriptions = api.function('manage-subscriptions');
  subscriptions.grantManage(manageSubscriptions);
  feed.grantRead(manageSubscriptions);
  checkpoints.grantRead(manageSubscriptions);
  cursorKey.grantSign(manageSubscriptions);
  webhooks.grantTrigger(manageSubscriptions);
  subscriptions.grantPost(api.function('ping-subscription'));

  const reportHealth = api.function('report-health');
  feed.grantReadHead(reportHealth);
  checkpoints.grantRead(reportHealth);

  const manageProjections = api.function('manage-projections');
  feed.grantReadHead(manageProjections);
  checkpoints.grantMove(manageProjections);
}
