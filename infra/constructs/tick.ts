// oxlint-disable no-new -- a construct joins the tree by being made
import { Duration } from 'aws-cdk-lib/core';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { ChanceryFunction } from './chancery-function.ts';
import { FailureQueue } from './failure-queue.ts';

/** Wakes every function that follows a log once a minute, so that a lost wake-up costs a minute at most. */
export class Tick extends Construct {
  readonly failures: FailureQueue;

  constructor(scope: Construct, id: string, { wakes }: { readonly wakes: readonly ChanceryFunction[] }) {
    super(scope, id);
    this.failures = new FailureQueue(this, 'Failures');
    new Rule(this, 'EveryMinute', {
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: wakes.map(
        (fn) =>
          new LambdaFunction(fn, {
            deadLetterQueue: this.failures,
            retryAttempts: 1,
            maxEventAge: Duration.minutes(5), // an older tick is worth nothing: four newer ones have come
          }),
      ),
    });
  }
}
