import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { ConsumerProgress } from '#shared/feed/run-consumers.ts';
import { metrics } from './observability.ts';

/**
 * Measures how far the function's consumers are behind the end of the feed, in positions, and how long after their recording the last events
 * were handled, in seconds: the greatest of all, and, while one lags, each lagging consumer's.
 */
export function reportLags(head: number, progress: readonly ConsumerProgress[]): void {
  const positions = new Map(progress.map(({ consumer, position }) => [consumer, Math.max(head - position, 0)]));
  const seconds = progress.flatMap(({ recordedAt }) =>
    recordedAt === undefined ? [] : [Math.max(Date.now() - Date.parse(recordedAt), 0) / 1000],
  );
  for (const [consumer, lag] of positions) {
    if (lag === 0) continue;
    const metric = metrics.singleMetric();
    metric.addDimension('consumer', consumer);
    metric.addMetric('ConsumerLagPositions', MetricUnit.Count, lag);
  }
  if (positions.size > 0) metrics.addMetric('ConsumerLagPositions', MetricUnit.Count, Math.max(...positions.values()));
  if (seconds.length > 0) metrics.addMetric('ConsumerLagSeconds', MetricUnit.Seconds, Math.max(...seconds));
}
