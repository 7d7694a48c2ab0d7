import { ComparisonOperator, type IMetric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Alarms } from './alarms.ts';
import type { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';
import { ownMetric } from './own-metric.ts';
import { sumOf } from './sum-of.ts';

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

/** A consumer of the feed that comes to a stop. */
export const stoppedAlarm = (name: string): Alarms => ({
  [`${name}-stopped`]: {
    metric: ownMetric('Failures', name),
    meaning: `${name} cannot get past a position`,
    entry: 'stopped-consumer',
  },
});

/** A function that nothing wakes, though the tick should every minute. */
export const notWokenAlarm = (name: string, fn: ChanceryFunction, meaning: string): Alarms => ({
  [`${name}-not-woken`]: {
    metric: fn.metricInvocations(),
    threshold: 1,
    comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
    treatMissingData: TreatMissingData.BREACHING,
    evaluationPeriods: 2,
    meaning,
    entry: 'no-wake-ups',
  },
});

/** What goes wrong with a function that the tick wakes: it stops, or nothing wakes it. */
export function workerAlarms(name: string, fn: ChanceryFunction): Alarms {
  return {
    ...stoppedAlarm(name),
    ...notWokenAlarm(name, fn, `Nothing has woken ${name} for ten minutes, not even the tick`),
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
