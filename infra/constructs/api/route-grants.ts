import type { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';
import type { Checkpoints } from '#infra/constructs/feed/checkpoints.ts';
import type { CursorKey } from './cursor-key.ts';
import type { Feed } from '#infra/constructs/feed/feed.ts';
import type { HttpApi } from './http-api.ts';
import type { Ledger } from '#infra/constructs/ledger/ledger.ts';
import type { LiveSockets } from '#infra/constructs/sockets/live-sockets.ts';
import type { ReadModels } from '#infra/constructs/read-models/read-models.ts';
import type { SignIn } from '#infra/constructs/identity/sign-in.ts';
import type { Subscriptions } from '#infra/constructs/webhooks/subscriptions.ts';
import type { Webhooks } from '#infra/constructs/webhooks/webhooks.ts';

export interface Granting {
  readonly ledger: Ledger;
  readonly feed: Feed;
  readonly checkpoints: Checkpoints;
  readonly readModels: ReadModels;
  readonly subscriptions: Subscriptions;
  readonly webhooks: Webhooks;
  readonly sockets: LiveSockets;
  readonly cursorKey: CursorKey;
  readonly signIn: SignIn;
}

/** Lets each function of the HTTP API do what its routes need, and no more. */
export function grantRoutes(api: HttpApi, granting: Granting): void {
  const { ledger, feed, checkpoints, readModels, subscriptions, webhooks, sockets, cursorKey, signIn } = granting;
  /** Lets a function read the generations that serve, with their progress, and sign cursors. */
  const grantQuery = (fn: ChanceryFunction): void => {
    readModels.grantLoad(fn);
    readModels.grantQuery(fn);
    checkpoints.grantRead(fn);
    cursorKey.grantSign(fn);
  };
  const append = api.function('append');
  ledger.grantAppend(append);
  grantQuery(append);
  signIn.grantKnowClients(append);

  const query = api.function('query');
  ledger.grantRead(query);
  feed.grantReadHead(query);
  grantQuery(query);
  readModels.grantSelect(query);

  const readFeed = api.function('read-feed');
  feed.grantRead(readFeed);
  // A filter sees a correction as the event that it is about.
  ledger.grantRead(readFeed);
  cursorKey.grantSign(readFeed);

  const manageSubscriptions = api.function('manage-subscriptions');
  subscriptions.grantManage(manageSubscriptions);
  feed.grantRead(manageSubscriptions);
  checkpoints.grantRead(manageSubscriptions);
  cursorKey.grantSign(manageSubscriptions);
  webhooks.grantTrigger(manageSubscriptions);

  const operate = api.function('operate');
  feed.grantReadHead(operate);
  checkpoints.grantMove(operate);
  checkpoints.grantRelease(operate);
  readModels.grantQuery(operate); // whether changes of phase wait to be matched
  cursorKey.grantSign(operate);

  const describeApi = api.function('describe-api');
  feed.grantReadHead(describeApi);

  const explorer = api.function('explorer');
  sockets.api.grantName(explorer);
  signIn.grantSignIn(explorer);
}
