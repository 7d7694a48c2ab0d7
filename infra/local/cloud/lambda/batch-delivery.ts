import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import type { HostedFunction } from './function-host.ts';
import type { Outcome } from './execution-environment.ts';
import type { Queue } from '#infra/local/cloud/sqs/queue.ts';
import type { StreamRecord } from '#infra/local/cloud/dynamodb/stream-reader.ts';

export interface DeliverySettings {
  readonly fn: HostedFunction;
  /** Attempts after the first; -1: without end. */
  readonly maxRetries: number;
  /** Older records are set aside once they have failed; -1: never. */
  readonly maxAgeSeconds: number;
  readonly bisect: boolean;
  readonly reportsItemFailures: boolean;
  readonly onFailure: Queue | undefined;
  readonly signal: AbortSignal;
}

const longestPauseMs = 5000;

const partialSchema = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

/**
 * Hands one batch of a shard to the function until every record is dealt with: taken, or set aside in the failure queue after the
 * mapping's retries. `dealtWith` is told after each part. Returns early, with records left over, when the signal is aborted.
 */
export async function deliverBatch(
  settings: DeliverySettings,
  shardId: string,
  batch: readonly StreamRecord[],
  dealtWith: (last: StreamRecord) => void,
): Promise<void> {
  let records = batch;
  for (let attempt = 1; records.length > 0; attempt += 1) {
    const outcome = await settings.fn.invoke({ Records: records });
    if (settings.signal.aborted && outcome.error !== undefined) return;
    const failedFrom = firstFailure(outcome, records, settings.reportsItemFailures);
    const last = records[failedFrom - 1];
    if (last !== undefined) {
      dealtWith(last);
      records = records.slice(failedFrom);
      attempt = 1; // another record is now the one that fails
      if (records.length === 0) return;
    }

    // A partial batch response has said itself where the batch is to be parted.
    if (settings.bisect && outcome.error !== undefined && records.length > 1) {
      const middle = Math.ceil(records.length / 2);
      await deliverBatch(settings, shardId, records.slice(0, middle), dealtWith);
      if (settings.signal.aborted) return;
      await deliverBatch(settings, shardId, records.slice(middle), dealtWith);
      return;
    }

    const [oldest] = records;
    const age = Date.now() / 1000 - (oldest?.dynamodb.ApproximateCreationDateTime ?? 0);
    const tooOld = settings.maxAgeSeconds >= 0 && age > settings.maxAgeSeconds;
    if (tooOld || (settings.maxRetries >= 0 && attempt > settings.maxRetries)) {
      const condition = tooOld ? 'RecordAgeExceeded' : 'RetryAttemptsExhausted';
      settings.onFailure?.send(
        JSON.stringify(failureRecord(settings.fn, shardId, records, outcome, condition, attempt)),
      );
      const final = records.at(-1);
      if (final !== undefined) dealtWith(final);
      return;
    }
    await delay(Math.min(100 * 2 ** (attempt - 1), longestPauseMs), undefined, { signal: settings.signal }).catch(
      () => undefined,
    );
    if (settings.signal.aborted) return;
  }
}

/** Index of the first record that must come again; the batch's length when all were taken. */
function firstFailure(outcome: Outcome, records: readonly StreamRecord[], reportsItemFailures: boolean): number {
  if (outcome.error !== undefined) return 0;
  if (!reportsItemFailures) return records.length;
  const answer: unknown = JSON.parse(outcome.payload);
  if (
    answer === null ||
    typeof answer !== 'object' ||
    !('batchItemFailures' in answer) ||
    answer.batchItemFailures === null
  )
    return records.length;
  const partial = partialSchema.safeParse(answer);
  if (!partial.success) return 0; // Lambda takes an answer that it cannot read for a failure of the whole batch
  const failed = partial.data.batchItemFailures.map(({ itemIdentifier }) =>
    records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === itemIdentifier),
  );
  return failed.length === 0 ? records.length : Math.max(0, Math.min(...failed));
}

/** What Lambda sends to the on-failure destination of a stream: where the records are, not the records. */
function failureRecord(
  fn: HostedFunction,
  shardId: string,
  records: readonly StreamRecord[],
  outcome: Outcome,
  condition: string,
  attempts: number,
): unknown {
  const [first] = records;
  const last = records.at(-1);
  return {
    requestContext: {
      requestId: outcome.requestId,
      functionArn: fn.arn,
      condition,
      approximateInvokeCount: attempts,
    },
    responseContext: {
      statusCode: 200,
      executedVersion: '$LATEST',
      functionError: outcome.error === undefined ? null : 'Unhandled',
    },
    version: '1.0',
    timestamp: new Date().toISOString(),
    DDBStreamBatchInfo: {
      shardId,
      startSequenceNumber: first?.dynamodb.SequenceNumber,
      endSequenceNumber: last?.dynamodb.SequenceNumber,
      approximateArrivalOfFirstRecord: arrival(first),
      approximateArrivalOfLastRecord: arrival(last),
      batchSize: records.length,
      streamArn: first?.eventSourceARN,
    },
  };
}

const arrival = (record: StreamRecord | undefined): string =>
  new Date((record?.dynamodb.ApproximateCreationDateTime ?? 0) * 1000).toISOString();
