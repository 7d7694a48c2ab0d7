import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { AlarmProps, IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';

/** The headings of `docs/runbook.md` that say what an alarm means and what to do. */
export type RunbookEntry =
  | 'function-errors'
  | 'function-throttles'
  | 'failure-queue-not-empty'
  | 'stopped-consumer'
  | 'quarantined'
  | 'tampering'
  | 'sequencer-lag'
  | 'consumer-lag'
  | 'iterator-age'
  | 'schedule-stopped'
  | 'api-server-errors'
  | 'tokens-not-verified'
  | 'triggers-waiting'
  | 'table-system-errors'
  | 'table-throttles'
  | 'webhook-delivery-failed'
  | 'webhook-stopped';

export interface RunbookAlarmProps extends Partial<AlarmProps> {
  readonly metric: IMetric;
  /** What is wrong when it sounds, in half a sentence. */
  readonly meaning: string;
  readonly entry: RunbookEntry;
}

/**
 * An alarm that sounds above its threshold (0 by default) and whose description names the runbook entry that says what
 * to do.
 */
export class RunbookAlarm extends Alarm {
  constructor(scope: Construct, id: string, { meaning, entry, ...props }: RunbookAlarmProps) {
    super(scope, id, {
      alarmDescription: `${meaning}: docs/runbook.md#${entry}`,
      threshold: 0,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      ...props,
    });
  }
}
