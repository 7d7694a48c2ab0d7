import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { logger, metrics } from './observability.ts';

/**
 * Reports an error that the function survives to operators: a log entry and the metric `Failures`, which raises an
 * alarm.
 */
export function failed(message: string, error: unknown): void {
  logger.error(message, error instanceof Error ? error : new Error(String(error)));
  metrics.addMetric('Failures', MetricUnit.Count, 1);
}
