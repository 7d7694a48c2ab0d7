import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Operation } from 'aws-cdk-lib/aws-dynamodb';
import type { FailureQueue } from '#infra/constructs/primitives/failure-queue.ts';
import type { HttpApi } from '#infra/constructs/api/http-api.ts';
import { consumingServices, ownMetric } from './own-metric.ts';
import type { RunbookAlarmProps } from './runbook-alarm.ts';
import { sumOf } from './sum-of.ts';
import type { Table } from '#infra/constructs/primitives/table.ts';

/** Alarms by their id. */
export type Alarms = Readonly<Record<string, RunbookAlarmProps>>;

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
      metric: ownMetric('Failures', 'append'),
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
