import { ComparisonOperator, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { type IRuleTarget, Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction, SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Duration, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { Monitoring } from '#infra/constructs/monitoring/monitoring.ts';
import type { ChanceryFunction } from './chancery-function.ts';
import { FailureQueue } from './failure-queue.ts';

/** After so long a trigger is worth nothing: newer ones have come. */
const maxEventAge = Duration.minutes(5);

/** Targets of one rule (EventBridge limit). */
const targetsPerRule = 5;

/**
 * Triggers once a minute what registers with it: a consumer that missed a notification goes on, and the sequencer looks
 * through the ledger.
 */
export class MinuteSchedule extends Construct {
  private readonly rules: Rule[] = [];
  private targets = 0;

  /** The schedule of the stack that a construct is in. */
  static of(scope: Construct): MinuteSchedule {
    const stack = Stack.of(scope);
    const existing = stack.node.tryFindChild('Schedule');
    return existing instanceof MinuteSchedule ? existing : new MinuteSchedule(stack, 'Schedule');
  }

  /** Invokes a function every minute. A failed invocation is not repeated: the next one comes soon. */
  invoke(fn: ChanceryFunction): void {
    fn.configureAsyncInvoke({ retryAttempts: 0, maxEventAge });
    this.add(new LambdaFunction(fn, { deadLetterQueue: FailureQueue.of(this), retryAttempts: 1, maxEventAge }));
  }

  /** Sends a message to the queue that triggers a function. */
  notify(queue: IQueue): void {
    this.add(new SqsQueue(queue, { deadLetterQueue: FailureQueue.of(this), retryAttempts: 1, maxEventAge }));
  }

  private add(target: IRuleTarget): void {
    const [rule = this.addRule()] = this.rules.slice(Math.floor(this.targets / targetsPerRule));
    rule.addTarget(target);
    this.targets += 1;
  }

  private addRule(): Rule {
    const id = `EveryMinute${this.rules.length + 1}`;
    const rule = new Rule(this, id, { schedule: Schedule.rate(Duration.minutes(1)) });
    this.rules.push(rule);
    Monitoring.of(this).alarm(`schedule-${this.rules.length}-stopped`, {
      metric: new Metric({
        namespace: 'AWS/Events',
        metricName: 'Invocations',
        dimensionsMap: { RuleName: rule.ruleName },
        statistic: 'Sum',
        period: Duration.minutes(5),
      }),
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
      evaluationPeriods: 2,
      meaning: 'The schedule has triggered nothing for ten minutes',
      entry: 'schedule-stopped',
    });
    return rule;
  }
}
