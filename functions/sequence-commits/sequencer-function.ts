import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import middy from '@middy/core';
import { serviceError } from '#shared/dynamodb/service-error.ts';
import { unpackItems } from '#shared/feed/notice-item.ts';
import type { CommitNotice } from '#shared/feed/pending-commits.ts';
import type { Sequenced, SequencerOptions } from '#shared/feed/sequence.ts';
import type { Notices } from '#shared/feed/sqs-notices.ts';
import type { Commit } from '#shared/ledger/commit.ts';
import { failed } from '#functions/adapters/failed.ts';
import type { BatchResponse } from '#functions/adapters/notification.ts';
import { logger, metrics } from '#functions/adapters/observability.ts';
import { publishedMetrics } from '#functions/adapters/published-metrics.ts';

/** An invocation ends its work when less than this is left of its time, in milliseconds. */
const reserveMs = 10_000;

export interface Sequencer extends Pick<Notices, 'retrySoon'> {
  sequence(notices: readonly (CommitNotice | Commit)[], options: SequencerOptions): Promise<Sequenced>;
  sweep(options: SequencerOptions): Promise<Sequenced>;
}

/** Messages of the queue, or the schedule's event, which has none. */
export interface SequencerEvent {
  readonly Records?: readonly QueueRecord[];
}

interface QueueRecord {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly attributes: { readonly ApproximateReceiveCount: string };
}

/**
 * The sequencer as a function: it sequences what messages tell of, and, when the schedule invokes it, what no message told of. Messages whose
 * streams could not be read come again soon; nothing else fails one.
 */
export const sequencerFunction = ({ sequence, sweep, retrySoon }: Sequencer) =>
  middy<SequencerEvent, BatchResponse>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use(publishedMetrics())
    .handler(async ({ Records }, context) => {
      const hasTime = () => context.getRemainingTimeInMillis() > reserveMs;
      if (Records === undefined) {
        report(await sweep({ hasTime }));
        return { batchItemFailures: [] };
      }
      const messages = Records.map((record) => ({ record, notices: noticesIn(record) }));
      const outcome = await orFailure(async () =>
        sequence(
          messages.flatMap(({ notices }) => notices),
          { hasTime },
        ),
      );
      if (outcome !== undefined) report(outcome);
      const again = messages.filter(
        ({ notices }) =>
          outcome === undefined || outcome.unfinished || notices.some(({ stream }) => outcome.failed.has(stream)),
      );
      for (const { record } of again) {
        const deliveries = Number(record.attributes.ApproximateReceiveCount);
        await orFailure(async () => retrySoon(record.receiptHandle, deliveries));
      }
      return { batchItemFailures: again.map(({ record }) => ({ itemIdentifier: record.messageId })) };
    });

/** What a message tells of; one that cannot be read is dropped, since it would hold up all others. */
function noticesIn({ body }: QueueRecord): (CommitNotice | Commit)[] {
  try {
    return unpackItems(body);
  } catch (error) {
    failed('A message tells of no commits', error);
    return [];
  }
}

/** Reports that AWS could not be reached; any other error is thrown. */
async function orFailure<Outcome>(work: () => Promise<Outcome>): Promise<Outcome | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!serviceError(error)) throw error;
    failed('AWS could not be reached', error);
    return undefined;
  }
}

function report({ commits, failed: streams, quarantined }: Sequenced): void {
  for (const { committedAt } of commits) {
    metrics.addMetric('SequencerLag', MetricUnit.Milliseconds, Math.max(Date.now() - Date.parse(committedAt), 0));
  }
  for (const [stream, error] of streams) failed(`Stream ${stream} could not be read`, error);
  for (const { stream, version, reason } of quarantined) {
    failed(`Commit ${stream}#${version} was quarantined`, new Error(reason));
  }
}
