import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { ConsumerProgress } from '#shared/feed/consumers/run-consumers.ts';
import { metrics } from './observability.ts';

/** A measurement of one consumer, or, without one, of the slowest that the function runs. */
export interface Lag {
  readonly name: 'ConsumerLagPositions' | 'ConsumerLagSeconds';
  readonly value: number;
  readonly consumer?: string;
}

const units = { ConsumerLagPositions: MetricUnit.Count, ConsumerLagSeconds: MetricUnit.Seconds } as const;

/**
 * Measures how far consumers are behind the end of the feed, in positions, and how old the events were that they last
 * handled, in seconds: the greatest of each, and both for every consumer that lags. Where there was nothing to do there
 * is nothing to measure, so that an idle stage has no custom metric to pay for.
 */
export function lagsOf(head: number, progress: readonly ConsumerProgress[], now: Date): Lag[] {
  const each = progress.flatMap(({ consumer, position, recordedAt }): Required<Lag>[] => [
    { name: 'ConsumerLagPositions', value: Math.max(head - position, 0), consumer },
    ...(recordedAt === undefined
      ? []
      : [{ name: 'ConsumerLagSeconds' as const, value: secondsBetween(recordedAt, now), consumer }]),
  ]);
  const lagging = new Set(each.flatMap(({ name, value, consumer }) => (isBehind(name, value) ? [consumer] : [])));
  const idle = lagging.size === 0 && each.every(({ name }) => name === 'ConsumerLagPositions');
  if (idle) return [];
  const greatest = (['ConsumerLagPositions', 'ConsumerLagSeconds'] as const).flatMap((name) => {
    const values = each.flatMap((lag) => (lag.name === name ? [lag.value] : []));
    return values.length === 0 ? [] : [{ name, value: Math.max(...values) }];
  });
  return [...greatest, ...each.filter(({ consumer }) => lagging.has(consumer))];
}

const isBehind = (name: Lag['name'], value: number) => name === 'ConsumerLagPositions' && value > 0;

const secondsBetween = (recordedAt: string, now: Date) => Math.max(now.getTime() - Date.parse(recordedAt), 0) / 1000;

/** Records the lags of a function's consumers as metrics. */
export function reportLags(head: number, progress: readonly ConsumerProgress[]): void {
  for (const { name, value, consumer } of lagsOf(head, progress, new Date())) {
    const metric = consumer === undefined ? metrics : metrics.singleMetric();
    if (consumer !== undefined) metric.addDimension('consumer', consumer);
    metric.addMetric(name, units[name], value);
  }
}
