import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { AlarmTopic } from './alarm-topic.ts';
import { type GraphTitle, OperatorsDashboard } from './operators-dashboard.ts';
import { RunbookAlarm, type RunbookAlarmProps } from './runbook-alarm.ts';
import { metricsPerAlarm, sumOf } from './sum-of.ts';

/**
 * Alarms, each with its runbook entry, and one dashboard. Constructs register with it what they are to be watched for.
 */
export class Monitoring extends Construct {
  private readonly action = new SnsAction(new AlarmTopic(this, 'Topic'));
  private readonly dashboard = new OperatorsDashboard(this, 'Dashboard');
  private readonly summed = new Map<string, IMetric[]>();

  /** The monitoring of the stack that a construct is in. */
  static of(scope: Construct): Monitoring {
    const stack = Stack.of(scope);
    const existing = stack.node.tryFindChild('Monitoring');
    return existing instanceof Monitoring ? existing : new Monitoring(stack, 'Monitoring');
  }

  get dashboardName(): string {
    return this.dashboard.dashboardName;
  }

  /** Adds an alarm. */
  alarm(id: string, props: RunbookAlarmProps): void {
    new RunbookAlarm(this, id, props).addAlarmAction(this.action);
  }

  /**
   * Adds a metric to those whose sum one alarm watches; every eleventh metric begins another alarm. An alarm's metrics
   * are fixed when it is made, so it is made again with each metric that joins.
   */
  sum(id: string, { metric, ...props }: RunbookAlarmProps): void {
    const metrics = [...(this.summed.get(id) ?? []), metric];
    this.summed.set(id, metrics);
    const part = Math.ceil(metrics.length / metricsPerAlarm);
    const alarmId = part === 1 ? id : `${id}-${part}`;
    this.node.tryRemoveChild(alarmId);
    this.alarm(alarmId, { ...props, metric: sumOf(id, metrics.slice((part - 1) * metricsPerAlarm)) });
  }

  /** Adds lines to a graph of the dashboard. */
  plot(title: GraphTitle, ...metrics: IMetric[]): void {
    this.dashboard.plot(title, metrics);
  }
}
