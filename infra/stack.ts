import { CfnOutput, Stack, Tags } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { Checkpoints } from './constructs/checkpoints.ts';
import type { ChanceryFunction } from './constructs/chancery-function.ts';
import { CursorKey } from './constructs/cursor-key.ts';
import { Feed } from './constructs/feed.ts';
import { HttpApi } from './constructs/http-api.ts';
import { Ledger } from './constructs/ledger.ts';
import { LiveSockets } from './constructs/live-sockets.ts';
import { Operations } from './constructs/operations.ts';
import { Publisher } from './constructs/publisher.ts';
import { ReadModels } from './constructs/read-models.ts';
import { SignIn } from './constructs/sign-in.ts';
import { Subscriptions } from './constructs/subscriptions.ts';
import { Tick } from './constructs/tick.ts';
import { Webhooks } from './constructs/webhooks.ts';
import type { Deployment } from './deployment.ts';

/** The functions that answer from rows of the read models alone. */
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

/** Chancery as deployed, in the order in which an event passes through it. */
export class ChanceryStack extends Stack {
  constructor(scope: Construct, deployment: Deployment) {
    super(scope, `Chancery-${deployment.stage}`, {
      description: 'An append-only ledger of diplomatic events, its feed, read models, event bus and HTTP API',
      terminationProtection: deployment.deletionProtection,
    });
    Tags.of(this).add('chancery:stage', deployment.stage);

    const ledger = new Ledger(this, 'Ledger', { deployment });
    const feed = new Feed(this, 'Feed', { deployment, ledger });
    const checkpoints = new Checkpoints(this, 'Checkpoints', { deployment });
    const readModels = new ReadModels(this, 'ReadModels', { deployment, ledger, feed, checkpoints });
    const publisher = new Publisher(this, 'Publisher', { deployment, ledger, feed, checkpoints });
    const subscriptions = new Subscriptions(this, 'Subscriptions', { deployment });
    const parts = { deployment, ledger, feed, checkpoints, publisher, subscriptions };
    const webhooks = new Webhooks(this, 'Webhooks', parts);

    const signIn = new SignIn(this, 'SignIn', { deployment });
    const cursorKey = new CursorKey(this, 'CursorKey', { deployment });
    const sockets = new LiveSockets(this, 'LiveSockets', {
      deployment,
      ledger,
      feed,
      checkpoints,
      bus: publisher.bus,
      signIn,
      cursorKey,
    });
    const tick = new Tick(this, 'Tick', {
      wakes: [
        feed.sequencer,
        readModels.projector,
        readModels.rebuilder,
        publisher.publisher,
        webhooks.matcher,
        webhooks.sweeper,
        sockets.matcher,
        sockets.sweeper,
      ],
    });

    const api = new HttpApi(this, 'HttpApi', { deployment, signIn });
    /** What `querying()` needs beside the rows themselves: which builds serve, how far they are, and cursors. */
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

    const readEvent = api.function('read-event');
    ledger.grantRead(readEvent);
    readModels.grantLoad(readEvent);
    readModels.grantQuery(readEvent);
    query(readEvent);

    const readHistory = api.function('read-history');
    ledger.grantRead(readHistory);
    readModels.grantLoad(readHistory);
    readModels.grantQuery(readHistory);
    query(readHistory);

    for (const fn of fromRows.map((name) => api.function(name))) {
      readModels.grantQuery(fn);
      query(fn);
    }

    const manageSubscriptions = api.function('manage-subscriptions');
    subscriptions.grantManage(manageSubscriptions);
    feed.grantRead(manageSubscriptions);
    checkpoints.grantRead(manageSubscriptions);
    cursorKey.grantSign(manageSubscriptions);
    webhooks.grantWake(manageSubscriptions);
    subscriptions.grantPost(api.function('ping-subscription'));

    const reportHealth = api.function('report-health');
    feed.grantReadHead(reportHealth);
    checkpoints.grantRead(reportHealth);

    const manageProjections = api.function('manage-projections');
    feed.grantReadHead(manageProjections);
    checkpoints.grantMove(manageProjections);

    new Operations(this, 'Operations', {
      api,
      followers: {
        'sequence-commits': feed.sequencer,
        'project-feed': readModels.projector,
        'publish-feed': publisher.publisher,
      },
      workers: {
        'rebuild-projections': readModels.rebuilder,
        'match-sockets': sockets.matcher,
        'sweep-sockets': sockets.sweeper,
      },
      sockets,
      failureQueues: {
        'sequence-commits': feed.wakeUp.failures,
        'project-feed': readModels.wakeUp.failures,
        'publish-feed': publisher.wakeUp.failures,
        tick: tick.failures,
        'webhook-matches': webhooks.matches.failures,
        'webhook-deliveries': webhooks.deliveries.failures,
        'match-sockets': sockets.toMatch.failures,
        'push-to-sockets': sockets.toPush.failures,
      },
      tables: {
        ledger: ledger.table,
        idempotency: ledger.idempotency,
        feed: feed.table,
        checkpoints: checkpoints.table,
        'read-models': readModels.table,
        subscriptions: subscriptions.table,
        'subscription-terms': subscriptions.terms,
        connections: sockets.tables.connections,
        'socket-terms': sockets.tables.terms,
      },
      webhooks,
    });

    new CfnOutput(this, 'ApiUrl', { value: api.gateway.apiEndpoint });
    new CfnOutput(this, 'SocketUrl', { value: sockets.api.stage.url });
    new CfnOutput(this, 'BusName', { value: publisher.bus.eventBusName });
    new CfnOutput(this, 'UserPoolId', { value: signIn.userPool.userPoolId });
    new CfnOutput(this, 'ClientId', { value: signIn.client.userPoolClientId });
    new CfnOutput(this, 'TokenUrl', { value: signIn.tokenUrl });
  }
}
