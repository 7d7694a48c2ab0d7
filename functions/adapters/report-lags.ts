import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Consumed } from '#shared/feed/consume-feed.ts';
import { metrics } from './observability.ts';

/** Where a consumer is after its run, and when the last event that it handled had been recorded. */
export type Standing = Pick<Consumed, 'position' | 'recordedAt'> & { readonly consumer: string };

/**
 * How far consumers are behind the end of the feed, in positions, and how long after their recording the last events came to them, in
 * seconds: of each consumer, and, for the alarms, the greatest of the function's.
 */
export function reportLags(head: number, standings: readonly Standing[]): void {
  const seconds = (recordedAt: string) => Math.max(Date.now() - Date.parse(recordedAt), 0) / 1000;
  addLags(
    'ConsumerLagPositions',
    MetricUnit.Count,
    new Map(standings.map(({ consumer, position }) => [consumer, Math.max(head - position, 0)])),
  );
  addLags(
    'ConsumerLagSeconds',
    MetricUnit.Seconds,
    new Map(
      standings.flatMap(({ consumer, recordedAt }) =>
        recordedAt === undefined ? [] : [[consumer, seconds(recordedAt)] as const],
      ),
    ),
  );
}

type Unit = (typeof MetricUnit)[keyof typeof MetricUnit];

function addLags(name: string, unit: Unit, lags: ReadonlyMap<string, number>): void {
  for (const [consumer, lag] of lags) {
    const metric = metrics.singleMetric();
    metric.addDimension('consumer', consumer);
    metric.addMetric(name, unit, lag);
  }
  if (lags.size > 0) metrics.addMetric(name, unit, Math.max(...lags.values()));
}
