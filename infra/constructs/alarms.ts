import { ComparisonOperator, MathExpression, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { Operation } from 'aws-cdk-lib/aws-dynamodb';
import type { ChanceryFunction } from './chancery-function.ts';
import type { FailureQueue } from './failure-queue.ts';
import type { HttpApi } from './http-api.ts';
import { consumingServices, ownMetric } from './own-metric.ts';
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

/** As many functions as one alarm watches: it takes ten metrics, the sum among them. */
const perAlarm = 9;

/** Errors and throttles of functions of one kind, taken together; where they are many, in groups. */
export function functionAlarms(kind: string, fns: readonly ChanceryFunction[]): Alarms {
  const groups = Array.from({ length: Math.ceil(fns.length / perAlarm) }, (_, index) =>
    fns.slice(index * perAlarm, (index + 1) * perAlarm),
  );
  return Object.assign(
    {},
    ...groups.map((group, index) => groupAlarms(index === 0 ? kind : `${kind}-${index + 1}`, group)),
  );
}

function groupAlarms(kind: string, fns: readonly ChanceryFunction[]): Alarms {
  const names = fns.map(({ node }) => node.id).join(', ');
  const sum = (label: string, metric: (fn: ChanceryFunction) => IMetric) => sumOf(label, fns.map(metric));
  return {
    [`${kind}-errors`]: {
      metric: sum('errors', (fn) => fn.metricErrors()),
      meaning: `Invocations of ${names} end in an error`,
      entry: 'function-errors',
    },
    [`${kind}-throttles`]: {
      metric: sum('throttles', (fn) => fn.metricThrottles()),
      meaning: `Lambda turns invocations of ${names} away`,
      entry: 'function-throttles',
    },
  };
}

/** What goes wrong with a function that the tick wakes: it stops, or nothing wakes it. */
export function workerAlarms(name: string, fn: ChanceryFunction): Alarms {
  return {
    [`${name}-stopped`]: {
      metric: ownMetric('Failures', name),
      meaning: `${name} cannot get past a position`,
      entry: 'stopped-consumer',
    },
    [`${name}-not-woken`]: {
      metric: fn.metricInvocations(),
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
      evaluationPeriods: 2,
      meaning: `Nothing has woken ${name} for ten minutes, not even the tick`,
      entry: 'no-wake-ups',
    },
  };
}

/** And with one that follows a stream as well: it falls behind. */
export function followerAlarms(name: string, fn: ChanceryFunction): Alarms {
  return {
    ...workerAlarms(name, fn),
    [`${name}-iterator-age`]: {
      metric: fn.metric('IteratorAge', { statistic: Stats.MAXIMUM }),
      threshold: 60_000,
      meaning: `${name} is more than a minute behind its stream`,
      entry: 'iterator-age',
    },
  };
}

/** An item of the ledger that was changed or removed, which nothing in the service does. */
export function tamperingAlarm(): Alarms {
  return {
    tampering: {
      metric: ownMetric('Tampering', 'sequence-commits'),
      meaning: 'A commit was changed or removed',
      entry: 'tampering',
    },
  };
}

/** How long a commit takes to get into the feed, and an event to the slowest consumer of each function. Builds that do not serve keep nobody waiting. */
export function lagAlarms(): Alarms {
  const consumerLag = consumingServices.flatMap((service): [string, RunbookAlarmProps][] => [
    [
      `${service}-lag`,
      {
        metric: ownMetric('ConsumerLagSeconds', service),
        threshold: 60,
        evaluationPeriods: 2,
        meaning: `Events reach a consumer of ${service} more than a minute after they were recorded`,
        entry: 'consumer-lag',
      },
    ],
    [
      `${service}-behind`,
      {
        metric: ownMetric('ConsumerLagPositions', service).with({ statistic: Stats.MINIMUM }),
        evaluationPeriods: 2,
        meaning: `A consumer of ${service} has not been at the end of the feed for ten minutes`,
        entry: 'consumer-lag',
      },
    ],
  ]);
  const sequencerLag: RunbookAlarmProps = {
    metric: ownMetric('SequencerLag', 'sequence-commits'),
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
      metric: ownMetric('Failures', 'append-commits'),
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
