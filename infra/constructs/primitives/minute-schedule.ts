import { Duration } from 'aws-cdk-lib/core';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { ChanceryFunction } from './chancery-function.ts';
import { FailureQueue } from './failure-queue.ts';

/** After so long a tick is worth nothing: newer ones have come. */
const maxEventAge = Duration.minutes(5);

/** As many functions as one rule may wake. */
const targetsPerRule = 5;

/** Wakes every function that follows a log once a minute: a consumer that missed a wake-up goes on, and the sequencer sweeps the ledger. */
export class MinuteSchedule extends Construct {
  readonly failures: FailureQueue;

  constructor(scope: Construct, id: string, { wakes }: { readonly wakes: readonly ChanceryFunction[] }) {
    super(scope, id);
    this.failures = new FailureQueue(this, 'Failures');
    // The rule's own settings are about delivery to Lambda; what becomes of a tick that fails there is said here.
    for (const fn of wakes) fn.configureAsyncInvoke({ retryAttempts: 0, maxEventAge });
    const targets = wakes.map(
      (fn) => new LambdaFunction(fn, { deadLetterQueue: this.failures, retryAttempts: 1, maxEventAge }),
    );
    for (let first = 0; first < targets.length; first += targetsPerRule) {
      new Rule(this, first === 0 ? 'EveryMinute' : `EveryMinute${first / targetsPerRule + 1}`, {
        schedule: Schedule.rate(Duration.minutes(1)),
        targets: targets.slice(first, first + targetsPerRule),
      });
    }
  }
}
