import { Rule } from 'aws-cdk-lib/aws-events';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Deployment } from '#infra/deployment.ts';
import { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';
import type { Checkpoints } from '#infra/constructs/feed/checkpoints.ts';
import type { CursorKey } from '#infra/constructs/api/cursor-key.ts';
import type { Feed } from '#infra/constructs/feed/feed.ts';
import type { Ledger } from '#infra/constructs/ledger/ledger.ts';
import type { SignIn } from '#infra/constructs/api/sign-in.ts';
import { SocketApi } from './socket-api.ts';
import { SocketTables } from './socket-tables.ts';
import { NotificationQueue } from '#infra/constructs/primitives/notification-queue.ts';

export interface LiveSocketsProps {
  readonly deployment: Deployment;
  readonly ledger: Ledger;
  readonly feed: Feed;
  readonly checkpoints: Checkpoints;
  readonly bus: EventBus;
  readonly signIn: SignIn;
  readonly cursorKey: CursorKey;
}

/** The feed over WebSockets: who connects and subscribes, who finds the sockets that want an event, and who sends it to them. */
export class LiveSockets extends Construct {
  readonly api: SocketApi;
  readonly tables: SocketTables;
  readonly matcher: ChanceryFunction;
  readonly pusher: ChanceryFunction;
  readonly sweeper: ChanceryFunction;
  readonly toMatch: NotificationQueue;
  readonly toPush: NotificationQueue;

  constructor(scope: Construct, id: string, props: LiveSocketsProps) {
    super(scope, id);
    const { deployment, bus, signIn } = props;
    this.api = new SocketApi(this, 'Gateway', { deployment, signIn });
    this.tables = new SocketTables(this, 'Tables', { deployment });
    const worker = (name: string, timeout: Duration) => new ChanceryFunction(this, name, { deployment, timeout });
    this.matcher = worker('match-sockets', Duration.seconds(60));
    this.pusher = worker('push-to-sockets', Duration.seconds(30));
    this.sweeper = worker('sweep-sockets', Duration.seconds(30));

    this.toMatch = new NotificationQueue(this, 'ToMatch', { fifo: false });
    this.toMatch.wake(this.matcher, { batchSize: 10, maxConcurrency: 2 }); // whoever comes first finds all that there is
    new Rule(this, 'EveryEvent', {
      eventBus: bus,
      eventPattern: { source: ['chancery'] },
      targets: [new SqsQueue(this.toMatch, { maxEventAge: Duration.minutes(5), retryAttempts: 5 })],
    });
    this.toPush = new NotificationQueue(this, 'ToPush', { fifo: true });
    // Connections in one batch would wait for each other; and many sockets must not leave the API without executions.
    this.toPush.wake(this.pusher, { batchSize: 1, maxConcurrency: 100 });
    this.grant(props);
  }

  private grant({ ledger, feed, checkpoints, cursorKey }: LiveSocketsProps): void {
    const { opening, answering, closing } = this.api;
    this.tables.grantOpen(opening);
    this.tables.grantForget(closing);
    this.tables.grantSubscribe(answering);
    this.tables.grantMatch(this.matcher);
    this.tables.grantPush(this.pusher);
    this.tables.grantFindDue(this.sweeper);
    feed.grantReadHead(answering);
    for (const reader of [this.matcher, this.pusher]) {
      feed.grantRead(reader);
      ledger.grantRead(reader); // a filter sees a correction as the event that it is about
    }
    checkpoints.grantMove(this.matcher);
    checkpoints.grantRead(this.pusher);
    for (const sender of [answering, this.pusher]) cursorKey.grantSign(sender);
    this.api.grantConnections(answering, 'POST');
    this.api.grantConnections(this.pusher, 'POST', 'DELETE');
    for (const waker of [answering, this.matcher, this.pusher, this.sweeper]) {
      waker.setEnvironment({ PUSH_QUEUE_URL: this.toPush.queueUrl });
      this.toPush.grantSendMessages(waker);
    }
  }
}
