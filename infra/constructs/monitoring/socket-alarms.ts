import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import type { Alarms } from './alarms.ts';
import { functionAlarms } from './function-alarms.ts';
import type { LiveSockets } from '#infra/constructs/sockets/live-sockets.ts';
import { ownMetric } from './own-metric.ts';

/** What goes wrong with live sockets beside what the tick wakes: connecting, answering, sending, and wake-ups that wait. */
export function socketAlarms({ api, pusher, toMatch, toPush }: LiveSockets): Alarms {
  return {
    ...functionAlarms('sockets', [api.opening, api.answering, api.closing]),
    ...functionAlarms('push-to-sockets', [pusher]),
    'authorize-socket-throttles': {
      metric: api.authorizing.metricThrottles(),
      meaning: 'Lambda turns invocations of authorize-socket away',
      entry: 'function-throttles',
    },
    // Its errors are no alarm: that is how it refuses a token.
    'authorize-socket-failures': {
      metric: ownMetric('Failures', 'authorize-socket'),
      meaning: 'Tokens of sockets cannot be verified',
      entry: 'tokens-not-verified',
    },
    'sockets-server-errors': {
      metric: api.stage.metric('ExecutionError', { statistic: Stats.SUM }),
      meaning: 'API Gateway fails messages of sockets by itself',
      entry: 'api-server-errors',
    },
    ...waiting('match-sockets', toMatch),
    ...waiting('push-to-sockets', toPush),
  };
}

/** A queue whose messages are not taken. */
export const waiting = (name: string, queue: IQueue): Alarms => ({
  [`${name}-waiting`]: {
    metric: queue.metricApproximateAgeOfOldestMessage({ statistic: Stats.MAXIMUM, period: Duration.minutes(5) }),
    threshold: 120,
    evaluationPeriods: 2,
    meaning: `Wake-ups of ${name} wait for more than two minutes`,
    entry: 'wake-ups-waiting',
  },
});
