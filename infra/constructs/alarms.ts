import { ComparisonOperator, MathExpression, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { Operation } from 'aws-cdk-lib/aws-dynamodb';
import type { ChanceryFunction } from './chancery-function.ts';
import type { FailureQueue } from './failure-queue.ts';
import type { HttpApi } from './http-api.ts';
import { consumers, ownMetric } from './own-metric.ts';
import type { RunbookAlarmProps } from './runbook-alarm.ts';
import type { Table } from './table.ts';

/** Alarms by their id. */
export type Alarms = Readonly<Record<string, RunbookAlarmProps>>;

/** The sum of up to ten metrics, which is as many as an alarm takes; the label tells it from other sums in the same graph. */
export function sumOf(label: string, metrics: readonly IMetric[]): IMetric {
  const usingMetrics = Object.fromEntries(
    metrics.map((metric, index) => [`${label.replaceAll('-', '_')}_${index}`, metric]),
  );
  if (metrics.length > 10) throw new Error(`An alarm takes ten metrics, not ${metrics.length}: ${label}`);
  return new MathExpression({ label, expression: Object.keys(usingMetrics).join('+'), usingMetrics });
}

/** As many functions as one alarm can watch together: it takes ten metrics at most, the sum among them. */
const functionsPerAlarm = 9;

/** Errors and throttles of functions of one kind, taken together, as many as an alarm can sum up. */
export function functionAlarms(kind: string, fns: readonly ChanceryFunction[]): Alarms {
  const rest = fns.slice(functionsPerAlarm);
  if (rest.length > 0) {
    return { ...functionAlarms(kind, fns.slice(0, functionsPerAlarm)), ...functionAlarms(`further-${kind}`, rest) };
  }
  const sum = (label: string, metric: (fn: ChanceryFunction) => IMetric) => sumOf(label, fns.map(metric));
  return {
    [`${kind}-errors`]: {
      metric: sum('errors', (fn) => fn.metricErrors()),
      meaning: `Invocations of ${kind} end in an error`,
      entry: 'function-errors',
    },
    [`${kind}-throttles`]: {
      metric: sum('throttles', (fn) => fn.metricThrottles()),
      meaning: `Lambda turns invocations of ${kind} away`,
      entry: 'function-throttles',
    },
  };
}

/** What goes wrong with a function that follows a log: it stops, it falls behind its stream, or nothing wakes it. */
export function followerAlarms(name: string, fn: ChanceryFunction): Alarms {
  return {
    [`${name}-stopped`]: {
      metric: ownMetric('Failures', { service: name }),
      meaning: `${name} cannot get past a position`,
      entry: 'stopped-consumer',
    },
    [`${name}-iterator-age`]: {
      metric: fn.metric('IteratorAge', { statistic: Stats.MAXIMUM }),
      threshold: 60_000,
      meaning: `${name} is more than a minute behind its stream`,
      entry: 'iterator-age',
    },
    [`${name}-not-woken`]: {
      metric: fn.metricInvocations(),
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
      evaluationPeriods: 2,
      meaning: `Neither stream nor tick has woken ${name} for ten minutes`,
      entry: 'no-wake-ups',
    },
  };
}

/** An item of the ledger that was changed or removed, which nothing in the service does. */
export function tamperingAlarm(): Alarms {
  return {
    tampering: {
      metric: ownMetric('Tampering', { service: 'sequence-commits' }),
      meaning: 'A commit was changed or removed',
      entry: 'tampering',
    },
  };
}

/** How long a commit takes to get into the feed, and an event to each consumer. */
export function lagAlarms(): Alarms {
  const consumerLag = consumers.flatMap((of): [string, RunbookAlarmProps][] => [
    [
      `${of.consumer}-lag`,
      {
        metric: ownMetric('ConsumerLagSeconds', of),
        threshold: 60,
        evaluationPeriods: 2,
        meaning: `Events reach ${of.consumer} more than a minute after they were recorded`,
        entry: 'consumer-lag',
      },
    ],
    [
      `${of.consumer}-behind`,
      {
        metric: ownMetric('ConsumerLagPositions', of).with({ statistic: Stats.MINIMUM }),
        evaluationPeriods: 2,
        meaning: `${of.consumer} has not been at the end of the feed for ten minutes`,
        entry: 'consumer-lag',
      },
    ],
  ]);
  const sequencerLag: RunbookAlarmProps = {
    metric: ownMetric('SequencerLag', { service: 'sequence-commits' }),
    threshold: 60_000,
    evaluationPeriods: 2,
    meaning: 'Commits take more than a minute to get into the feed',
    entry: 'sequencer-lag',
  };
  return { 'sequencer-lag': sequencerLag, ...Object.fromEntries(consumerLag) };
}

/** A failure queue that holds something. */
export function queueAlarm(name: string, queue: FailureQueue): Alarms {
  return {
    [`${name}-failures`]: {
      metric: queue.metricApproximateNumberOfMessagesVisible(),
      meaning: `${name} has given up on wake-ups`,
      entry: 'failure-queue-not-empty',
    },
  };
}

/** Requests that the API itself failed, and commits of a call with several whose fate is not known. */
export function apiAlarms({ stage }: HttpApi): Alarms {
  return {
    'append-commits-failures': {
      metric: ownMetric('Failures', { service: 'append-commits' }),
      meaning: 'A commit of a call with several met an unexpected error',
      entry: 'function-errors',
    },
    'api-server-errors': {
      metric: stage.metricServerError({ statistic: Stats.SUM }),
      meaning: 'The API answers requests with 5xx',
      entry: 'api-server-errors',
    },
  };
}

const used = [
  Operation.GET_ITEM,
  Operation.BATCH_GET_ITEM,
  Operation.QUERY,
  Operation.SCAN,
  Operation.PUT_ITEM,
  Operation.UPDATE_ITEM,
  Operation.TRANSACT_WRITE_ITEMS,
];

/** Failures of a table that are DynamoDB's own, and requests that it turned away. */
export function tableAlarms(name: string, table: Table): Alarms {
  return {
    [`${name}-system-errors`]: {
      metric: table.metricSystemErrorsForOperations({ operations: used }),
      meaning: `DynamoDB fails requests on the table of ${name}`,
      entry: 'table-system-errors',
    },
    [`${name}-throttles`]: {
      metric: sumOf(
        'throttles',
        ['ReadThrottleEvents', 'WriteThrottleEvents'].map((event) => table.metric(event, { statistic: Stats.SUM })),
      ),
      meaning: `DynamoDB turns requests on the table of ${name} away`,
      entry: 'table-throttles',
    },
  };
}
