import { type IMetric, MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';

/** Metrics that an alarm can combine (CloudWatch limit). */
export const metricsPerAlarm = 10;

/**
 * The sum of up to ten metrics over five minutes; one without a value counts as 0. The label tells the sum from others
 * in the same graph.
 */
export function sumOf(label: string, metrics: readonly IMetric[]): IMetric {
  if (metrics.length > metricsPerAlarm) throw new Error(`An alarm takes ten metrics, not ${metrics.length}: ${label}`);
  const usingMetrics = Object.fromEntries(
    metrics.map((metric, index) => [`${label.replaceAll('-', '_')}_${index}`, metric]),
  );
  const filled = Object.keys(usingMetrics).map((id) => `FILL(${id}, 0)`);
  return new MathExpression({
    label,
    expression: `SUM([${filled.join(', ')}])`,
    usingMetrics,
    period: Duration.minutes(5),
  });
}
