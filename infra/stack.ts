import { CfnOutput, Stack, Tags } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { Checkpoints } from './constructs/feed/checkpoints.ts';
import { CursorKey } from './constructs/api/cursor-key.ts';
import { Feed } from './constructs/feed/feed.ts';
import { HttpApi } from './constructs/api/http-api.ts';
import { Ledger } from './constructs/ledger/ledger.ts';
import { LiveSockets } from './constructs/sockets/live-sockets.ts';
import { Operations } from './constructs/monitoring/operations.ts';
import { Publisher } from './constructs/publishing/publisher.ts';
import { ReadModels } from './constructs/read-models/read-models.ts';
import { SignIn } from './constructs/api/sign-in.ts';
import { Subscriptions } from './constructs/webhooks/subscriptions.ts';
import { MinuteSchedule } from './constructs/primitives/minute-schedule.ts';
import { Webhooks } from './constructs/webhooks/webhooks.ts';
import type { Deployment } from './deployment.ts';
import { grantRoutes } from './route-grants.ts';

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
    const readModels = new ReadModels(this, 'ReadModels', { deployment, feed, checkpoints });
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
    const tick = new MinuteSchedule(this, 'Tick', {
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
    grantRoutes(api, { ledger, feed, checkpoints, readModels, subscriptions, webhooks, cursorKey });

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
