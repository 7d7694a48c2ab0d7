import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import middy from '@middy/core';
import { serviceError } from '#shared/dynamodb/service-error.ts';
import { packItems, unpackItems } from '#shared/feed/sequencer/notice-item.ts';
import type { CommitNotice } from '#shared/feed/sequencer/pending-commits.ts';
import type { Sequenced, SequencerOptions } from '#shared/feed/sequencer/sequence.ts';
import type { Notices } from '#shared/feed/sequencer/sqs-notices.ts';
import type { Commit } from '#shared/ledger/commit.ts';
import { failed } from '#functions/adapters/failed.ts';
import { type BatchResponse, newItems, type Notification } from '#functions/adapters/notification.ts';
import { logger, metrics } from '#functions/adapters/observability.ts';
import { reportTampering } from '#functions/adapters/report-tampering.ts';
import { publishedMetrics } from '#functions/adapters/published-metrics.ts';
import type { TimeLeft } from '#functions/adapters/stream-function.ts';

/** An invocation ends its work when less than this is left of its time, in milliseconds. */
const reserveMs = 10_000;

export interface Sequencer {
  readonly notices: Notices;
  readonly sequence: (notices: readonly (CommitNotice | Commit)[], options: SequencerOptions) => Promise<Sequenced>;
  readonly sweep: (options: SequencerOptions) => Promise<Sequenced>;
}

interface Message {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly attributes: { readonly ApproximateReceiveCount: string };
}

/** Records of the ledger's stream, messages of the queue, or the schedule's event, which has neither. */
export type SequencerEvent = Notification | { readonly Records: readonly Message[] };

/**
 * The sequencer as a function. It forwards records of all shards of the ledger's stream to a FIFO queue, sequences the
 * queue's messages in batches, and scans the ledger for missing commits when the schedule invokes it.
 */
export const sequencerFunction = (sequencer: Sequencer) =>
  middy<SequencerEvent, BatchResponse>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use(publishedMetrics())
    .handler(async (event, context: TimeLeft) => {
      const hasTime = () => context.getRemainingTimeInMillis() > reserveMs;
      if (event.Records === undefined) {
        report(await sequencer.sweep({ hasTime }));
        return { batchItemFailures: [] };
      }
      return isOfQueue(event) ? sequenceMessages(event.Records, sequencer, hasTime) : handOn(event, sequencer.notices);
    });

const isOfQueue = (event: SequencerEvent): event is { readonly Records: readonly Message[] } =>
  event.Records !== undefined && event.Records.every((record) => 'body' in record);

/** Forwards new items to the queue; Lambda redelivers the records from the first failure on. */
async function handOn(notification: Notification, { send }: Notices): Promise<BatchResponse> {
  reportTampering(notification, 'commit');
  const records = newItems(notification);
  for (const { first, body } of packItems(records.map(({ item }) => item))) {
    if ((await orFailure(async () => (await send(body), true))) !== undefined) continue;
    return { batchItemFailures: records.slice(first, first + 1).map(({ record }) => ({ itemIdentifier: record })) };
  }
  return { batchItemFailures: [] };
}

/** Sequences the commits that the messages name. Redelivers messages whose streams could not be read soon. */
async function sequenceMessages(
  messages: readonly Message[],
  { sequence, notices: { retrySoon } }: Sequencer,
  hasTime: () => boolean,
): Promise<BatchResponse> {
  const told = messages.map((message) => ({ message, notices: noticesIn(message) }));
  const outcome = await orFailure(async () =>
    sequence(
      told.flatMap(({ notices }) => notices),
      { hasTime },
    ),
  );
  if (outcome !== undefined) report(outcome);
  const isLeft = ({ stream }: CommitNotice) =>
    outcome === undefined || outcome.unfinished || outcome.failed.has(stream);
  const left = told.filter(({ notices }) => notices.some(isLeft)).map(({ message }) => message);
  for (const { receiptHandle, attributes } of left) {
    await orFailure(async () => retrySoon(receiptHandle, Number(attributes.ApproximateReceiveCount)));
  }
  return { batchItemFailures: left.map(({ messageId }) => ({ itemIdentifier: messageId })) };
}

/** Parses a message; drops one that cannot be parsed, since it would block all others. */
function noticesIn({ body }: Message): (CommitNotice | Commit)[] {
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
  if (quarantined.length > 0) metrics.addMetric('Quarantined', MetricUnit.Count, quarantined.length);
  for (const { stream, version, reason } of quarantined) {
    failed(`Commit ${stream}#${version} was quarantined`, new Error(reason));
  }
}
