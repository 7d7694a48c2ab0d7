import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Deployment } from '#infra/deployment.ts';
import type { Ledger } from '#infra/constructs/ledger/ledger.ts';
import { watchFailures } from '#infra/constructs/monitoring/function-alarms.ts';
import { Monitoring } from '#infra/constructs/monitoring/monitoring.ts';
import { ownMetric } from '#infra/constructs/monitoring/own-metric.ts';
import { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';
import { MinuteSchedule } from '#infra/constructs/primitives/minute-schedule.ts';
import { StreamConsumer } from '#infra/constructs/primitives/stream-consumer.ts';
import type { Checkpoints } from './checkpoints.ts';
import type { Feed } from './feed.ts';
import { SequenceQueue } from './sequence-queue.ts';

export interface SequencerProps {
  readonly deployment: Deployment;
  readonly ledger: Ledger;
  readonly feed: Feed;
  readonly checkpoints: Checkpoints;
}

/**
 * Gives every commit of the ledger its place in the feed: triggered by the ledger's stream, and each minute to look for
 * what was missed.
 */
export class Sequencer extends Construct {
  constructor(scope: Construct, id: string, { deployment, ledger, feed, checkpoints }: SequencerProps) {
    super(scope, id);
    // While a message is retried all others wait: as short as a full batch allows.
    const timeout = Duration.seconds(30);
    const sequence = new ChanceryFunction(this, 'sequence', {
      deployment,
      timeout,
      memorySize: 1024,
      triggersItself: true,
    });
    ledger.grantScan(sequence);
    feed.grantSequence(sequence);
    checkpoints.grantQuarantine(sequence);
    new SequenceQueue(this, 'Sequence', { sequencer: sequence, timeout });
    new StreamConsumer(this, 'LedgerStream', {
      table: ledger.table,
      triggers: sequence,
      batchSize: 1000,
      // A commit without its notification waits for the scan, which may take days: try for as long as the stream keeps
      // its records.
      retryAttempts: 10_000,
      maxRecordAge: Duration.hours(23),
    });
    MinuteSchedule.of(this).invoke(sequence);
    watchFailures(sequence);
    this.watchLag(sequence);
  }

  private watchLag(sequence: ChanceryFunction): void {
    const monitoring = Monitoring.of(this);
    const lag = ownMetric('SequencerLag', sequence.node.id);
    monitoring.plot('Commit to feed (ms)', lag);
    monitoring.alarm('sequencer-lag', {
      metric: lag,
      threshold: 60_000,
      evaluationPeriods: 2,
      meaning: 'Commits take more than a minute to get into the feed',
      entry: 'sequencer-lag',
    });
    monitoring.alarm('sequencer-iterator-age', {
      metric: sequence.metric('IteratorAge', { statistic: Stats.MAXIMUM }),
      threshold: 60_000,
      meaning: 'Notifications of commits wait for more than a minute',
      entry: 'iterator-age',
    });
  }
}
