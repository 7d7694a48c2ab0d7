import { Dashboard, GraphWidget, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { HttpApi } from '#infra/constructs/api/http-api.ts';
import type { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';
import type { FailureQueue } from '#infra/constructs/primitives/failure-queue.ts';
import type { Table } from '#infra/constructs/primitives/table.ts';
import { sumOf } from './sum-of.ts';
import { eachConsumer, ownMetric } from './own-metric.ts';

const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 8, height: 6 });

export interface OperatorsDashboardProps {
  readonly api: HttpApi;
  /** The functions that follow a log, by their names. */
  readonly followers: Readonly<Record<string, ChanceryFunction>>;
  /** The functions that the schedule triggers and that follow no stream. */
  readonly workers: Readonly<Record<string, ChanceryFunction>>;
  readonly failureQueues: Readonly<Record<string, FailureQueue>>;
  readonly tables: Readonly<Record<string, Table>>;
}

/** One page that follows an event: requests, appends, the feed, its consumers, and what failed on the way. */
export class OperatorsDashboard extends Dashboard {
  constructor(
    scope: Construct,
    id: string,
    { api, followers, workers, failureQueues, tables }: OperatorsDashboardProps,
  ) {
    super(scope, id, { dashboardName: Stack.of(scope).stackName });
    const appenders = ['append'];
    const fns = [...api.functions.values(), ...Object.values(followers), ...Object.values(workers)];
    this.addWidgets(
      graph('Requests', [api.stage.metricCount(), api.stage.metricClientError(), api.stage.metricServerError()]),
      graph('Response time (ms)', [
        api.stage.metricLatency({ statistic: Stats.percentile(50), label: 'p50' }),
        api.stage.metricLatency({ statistic: Stats.percentile(99), label: 'p99' }),
      ]),
      graph('Appends and conflicts', [
        ...appenders.map((service) => ownMetric('Appends', service)),
        ...appenders.map((service) => ownMetric('AppendConflicts', service)),
      ]),
    );
    this.addWidgets(
      graph('Commit to feed (ms)', [ownMetric('SequencerLag', 'sequence-commits')]),
      graph('Feed to consumers (s)', [eachConsumer('ConsumerLagSeconds')]),
      graph('Feed to consumers (positions)', [eachConsumer('ConsumerLagPositions')]),
    );
    this.addWidgets(
      graph(
        'Function errors',
        fns.map((fn) => fn.metricErrors({ label: fn.node.id })),
      ),
      graph('Stopped consumers and failure queues', [
        ...Object.keys({ ...followers, ...workers }).map((service) => ownMetric('Failures', service)),
        ...Object.entries(failureQueues).map(([name, queue]) =>
          queue.metricApproximateNumberOfMessagesVisible({ label: `${name} queue` }),
        ),
      ]),
      graph(
        'Table throttles',
        Object.entries(tables).map(([name, table]) =>
          sumOf(
            name,
            ['ReadThrottleEvents', 'WriteThrottleEvents'].map((event) => table.metric(event)),
          ),
        ),
      ),
    );
  }
}
