import { type IMetric, MathExpression } from 'aws-cdk-lib/aws-cloudwatch';

/** The sum of up to ten metrics, which is as many as an alarm takes; the label tells it from other sums in the same graph. */
export function sumOf(label: string, metrics: readonly IMetric[]): IMetric {
  const usingMetrics = Object.fromEntries(
    metrics.map((metric, index) => [`${label.replaceAll('-', '_')}_${index}`, metric]),
  );
  if (metrics.length > 10) throw new Error(`An alarm takes ten metrics, not ${metrics.length}: ${label}`);
  return new MathExpression({ label, expression: Object.keys(usingMetrics).join('+'), usingMetrics });
}
