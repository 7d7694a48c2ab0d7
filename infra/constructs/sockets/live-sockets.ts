import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Deployment } from '#infra/deployment.ts';
import type { CursorKey } from '#infra/constructs/api/cursor-key.ts';
import type { ReadLog } from '#infra/constructs/api/read-log.ts';
import type { SignIn } from '#infra/constructs/identity/sign-in.ts';
import type { Checkpoints } from '#infra/constructs/feed/checkpoints.ts';
import type { Feed } from '#infra/constructs/feed/feed.ts';
import type { Ledger } from '#infra/constructs/ledger/ledger.ts';
import { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';
import { NotificationQueue } from '#infra/constructs/primitives/notification-queue.ts';
import type { ReadModels } from '#infra/constructs/read-models/read-models.ts';
import { SocketApi } from './socket-api.ts';
import { SocketTables } from './socket-tables.ts';

export interface LiveSocketsProps {
  readonly deployment: Deployment;
  readonly ledger: Ledger;
  readonly feed: Feed;
  readonly checkpoints: Checkpoints;
  readonly readModels: ReadModels;
  readonly signIn: SignIn;
  readonly cursorKey: CursorKey;
  readonly readLog: ReadLog;
}

/**
 * The feed over WebSockets: the API that clients connect to, their subscriptions, and the function that sends them what
 * they want.
 */
export class LiveSockets extends Construct {
  readonly api: SocketApi;
  private readonly tables: SocketTables;
  private readonly pushes: NotificationQueue;

  constructor(scope: Construct, id: string, props: LiveSocketsProps) {
    super(scope, id);
    const { deployment, ledger, feed, readModels, signIn, cursorKey, readLog, checkpoints } = props;
    this.api = new SocketApi(this, 'Gateway', { deployment, signIn, readLog });
    this.tables = new SocketTables(this, 'Tables', { deployment });
    this.pushes = new NotificationQueue(this, 'ToPush', { fifo: true });

    const { serve } = this.api;
    this.tables.grantServe(serve);
    feed.grantReadHead(serve);
    checkpoints.grantRead(serve); // new changes of phase begin where the announcer is
    cursorKey.grantSign(serve);
    this.api.grantConnections(serve, 'POST');
    this.grantTrigger(serve);

    const push = new ChanceryFunction(this, 'push-to-sockets', {
      deployment,
      timeout: Duration.seconds(30),
      triggersItself: true,
    });
    this.tables.grantPush(push);
    feed.grantRead(push);
    ledger.grantRead(push); // a filter sees a correction as the event that it is about
    readModels.grantReadPhases(push); // and how far the matchers are
    cursorKey.grantSign(push);
    this.api.grantConnections(push, 'POST', 'DELETE');
    this.grantTrigger(push);
    // Connections in one batch would wait for each other; and many sockets must not leave the API without executions.
    this.pushes.trigger(push, { batchSize: 1, maxConcurrency: deployment.concurrency.maxPushes });
  }

  /** Lets the function find the subscriptions that want an event, and trigger pushes to their connections. */
  grantMatch(fn: ChanceryFunction): void {
    this.tables.grantMatch(fn);
    this.grantTrigger(fn);
  }

  /** Lets the function find the connections that are due, and trigger pushes to them. */
  grantReconcile(fn: ChanceryFunction): void {
    this.tables.grantFindDue(fn);
    this.grantTrigger(fn);
  }

  private grantTrigger(fn: ChanceryFunction): void {
    fn.setEnvironment({ PUSH_QUEUE_URL: this.pushes.queueUrl });
    this.pushes.grant(fn, 'sqs:SendMessage');
  }
}
