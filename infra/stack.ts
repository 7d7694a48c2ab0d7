import { CfnOutput, Stack, Tags } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { CursorKey } from './constructs/api/cursor-key.ts';
import { HttpApi } from './constructs/api/http-api.ts';
import { ReadLog } from './constructs/api/read-log.ts';
import { SignIn } from './constructs/identity/sign-in.ts';
import { Checkpoints } from './constructs/feed/checkpoints.ts';
import { Feed } from './constructs/feed/feed.ts';
import { Sequencer } from './constructs/feed/sequencer.ts';
import { Ledger } from './constructs/ledger/ledger.ts';
import { Monitoring } from './constructs/monitoring/monitoring.ts';
import { Publisher } from './constructs/publishing/publisher.ts';
import { Reconciler } from './constructs/publishing/reconciler.ts';
import { SubscriberMatching } from './constructs/publishing/subscriber-matching.ts';
import { ReadModels } from './constructs/read-models/read-models.ts';
import { LiveSockets } from './constructs/sockets/live-sockets.ts';
import { Subscriptions } from './constructs/webhooks/subscriptions.ts';
import { Webhooks } from './constructs/webhooks/webhooks.ts';
import { DataKey } from './constructs/primitives/data-key.ts';
import type { Deployment } from './deployment.ts';
import { grantRoutes } from './constructs/api/route-grants.ts';

/** Chancery as deployed, in the order in which an event passes through it. */
export class ChanceryStack extends Stack {
  constructor(scope: Construct, deployment: Deployment) {
    super(scope, `Chancery-${deployment.stage}`, {
      description: 'An append-only ledger of diplomatic events, its feed, read models, event bus and HTTP API',
      terminationProtection: deployment.deletionProtection,
    });
    Tags.of(this).add('chancery:stage', deployment.stage);

    if (deployment.configuration.encryption === 'customer') DataKey.addTo(this, deployment);
    const ledger = new Ledger(this, 'Ledger', { deployment });
    const feed = new Feed(this, 'Feed', { deployment });
    const checkpoints = new Checkpoints(this, 'Checkpoints', { deployment });
    new Sequencer(this, 'Sequencer', { deployment, ledger, feed, checkpoints });
    const readModels = new ReadModels(this, 'ReadModels', { deployment, feed, checkpoints });

    const { bus } = new Publisher(this, 'Publisher', { deployment, ledger, feed, checkpoints, readModels });
    const subscriptions = new Subscriptions(this, 'Subscriptions', { deployment });
    const signIn = new SignIn(this, 'SignIn', { deployment });
    const webhooks = new Webhooks(this, 'Webhooks', { deployment, ledger, feed, readModels, subscriptions, signIn });
    const cursorKey = new CursorKey(this, 'CursorKey', { deployment });
    const readLog = new ReadLog(this, 'ReadLog', { deployment });
    const socketsProps = { deployment, ledger, feed, checkpoints, readModels, signIn, cursorKey, readLog };
    const sockets = new LiveSockets(this, 'LiveSockets', socketsProps);
    const subscribers = { deployment, webhooks, sockets };
    const matchingProps = { ...subscribers, ledger, feed, checkpoints, readModels, bus };
    new SubscriberMatching(this, 'SubscriberMatching', matchingProps);
    new Reconciler(this, 'Reconciler', { ...subscribers, ledger, feed, checkpoints });

    const api = new HttpApi(this, 'HttpApi', { deployment, signIn, readLog });
    grantRoutes(api, { ledger, feed, checkpoints, readModels, subscriptions, webhooks, sockets, cursorKey, signIn });

    new CfnOutput(this, 'ApiUrl', { value: api.gateway.apiEndpoint });
    new CfnOutput(this, 'SocketUrl', { value: sockets.api.stage.url });
    new CfnOutput(this, 'BusName', { value: bus.eventBusName });
    new CfnOutput(this, 'DashboardName', { value: Monitoring.of(this).dashboardName });
    new CfnOutput(this, 'UserPoolId', { value: signIn.userPool.userPoolId });
    for (const [name, client] of signIn.programs)
      new CfnOutput(this, `ClientId-${name}`, { value: client.userPoolClientId });
    new CfnOutput(this, 'ExplorerClientId', { value: signIn.explorer.userPoolClientId });
    new CfnOutput(this, 'SignInUrl', { value: signIn.url });
    new CfnOutput(this, 'TokenUrl', { value: signIn.tokenUrl });
  }
}
