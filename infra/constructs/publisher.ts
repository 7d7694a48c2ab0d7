import { Duration } from 'aws-cdk-lib/core';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { Deployment } from '../deployment.ts';
import { ChanceryFunction } from './chancery-function.ts';
import type { Checkpoints } from './checkpoints.ts';
import type { Feed } from './feed.ts';
import type { StreamConsumer } from './stream-consumer.ts';

export interface PublisherProps {
  readonly deployment: Deployment;
  readonly feed: Feed;
  readonly checkpoints: Checkpoints;
}

/** The event bus that tells the world, its archive, and the publisher that feeds it: at least once, in the order of the feed. */
export class Publisher extends Construct {
  readonly bus: EventBus;
  readonly publisher: ChanceryFunction;
  readonly wakeUp: StreamConsumer;

  constructor(scope: Construct, id: string, { deployment, feed, checkpoints }: PublisherProps) {
    super(scope, id);
    this.bus = new EventBus(this, 'Bus', { eventBusName: `chancery-${deployment.stage}` });
    this.bus.applyRemovalPolicy(deployment.removalPolicy);
    const archive = this.bus.archive('Archive', {
      eventPattern: { source: ['chancery'] },
      retention: Duration.days(deployment.stage === 'prod' ? 365 : 7),
    });
    archive.applyRemovalPolicy(deployment.removalPolicy);
    this.publisher = new ChanceryFunction(this, 'publish-feed', {
      deployment,
      timeout: Duration.seconds(60),
      memorySize: 1024,
    });
    feed.grantRead(this.publisher);
    checkpoints.grantMove(this.publisher);
    this.grantPublish(this.publisher);
    this.wakeUp = feed.wake(this, this.publisher);
  }

  private grantPublish(fn: ChanceryFunction): void {
    fn.tell({ BUS_NAME: this.bus.eventBusName });
    this.bus.grantPutEventsTo(fn);
  }
}
