import { setTimeout as delay } from 'node:timers/promises';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import type { Outcome } from './execution-environment.ts';
import { isThrottled } from './executions.ts';
import type { HostedFunction } from './function-host.ts';
import { invokeUnthrottled } from './invoke-unthrottled.ts';
import type { Queue } from '#infra/local/cloud/sqs/queue.ts';
import type { StreamRecord } from '#infra/local/cloud/dynamodb/stream-reader.ts';

export interface DeliverySettings {
  readonly fn: HostedFunction;
  /** Attempts after the first; -1: unlimited. */
  readonly maxRetries: number;
  /** Age in seconds above which a failed record is not retried; -1: unlimited. */
  readonly maxAgeSeconds: number;
  readonly bisect: boolean;
  readonly reportsItemFailures: boolean;
  readonly onFailure: Queue | undefined;
  readonly signal: AbortSignal;
}

const longestPauseMs = 5000;

const partialSchema = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

/**
 * Invokes the function with one batch of a shard until every record has succeeded or, after the mapping's retries, is
 * in the failure queue. Calls `onProgress` after each part. Returns early, with records left over, when the signal is
 * aborted.
 */
export async function deliverBatch(
  settings: DeliverySettings,
  shardId: string,
  batch: readonly StreamRecord[],
  onProgress: (last: StreamRecord) => void,
): Promise<void> {
  let records = batch;
  for (let attempt = 1; records.length > 0; attempt += 1) {
    const event: DynamoDBStreamEvent = { Records: [...records] };
    const deadline = settings.maxAgeSeconds < 0 ? Infinity : createdMs(records) + settings.maxAgeSeconds * 1000;
    const outcome = await invokeUnthrottled(settings.fn, event, { deadline, signal: settings.signal });
    if (settings.signal.aborted && outcome.error !== undefined) return;
    const failedFrom = firstFailure(outcome, records, settings.reportsItemFailures);
    const last = records[failedFrom - 1];
    if (last !== undefined) {
      onProgress(last);
      records = records.slice(failedFrom);
      attempt = 1; // another record fails now
      if (records.length === 0) return;
    }

    // A partial batch response names the failed record itself.
    if (settings.bisect && outcome.error !== undefined && !isThrottled(outcome) && records.length > 1) {
      const middle = Math.ceil(records.length / 2);
      await deliverBatch(settings, shardId, records.slice(0, middle), onProgress);
      if (settings.signal.aborted) return;
      await deliverBatch(settings, shardId, records.slice(middle), onProgress);
      return;
    }

    const tooOld = isThrottled(outcome) || Date.now() > deadline;
    if (tooOld || (settings.maxRetries >= 0 && attempt > settings.maxRetries)) {
      const condition = tooOld ? 'RecordAgeExceeded' : 'RetryAttemptsExhausted';
      settings.onFailure?.send(
        JSON.stringify(failureRecord(settings.fn, shardId, records, outcome, condition, attempt)),
      );
      const final = records.at(-1);
      if (final !== undefined) onProgress(final);
      return;
    }
    await delay(Math.min(100 * 2 ** (attempt - 1), longestPauseMs), undefined, { signal: settings.signal }).catch(
      () => undefined,
    );
    if (settings.signal.aborted) return;
  }
}

/** When the first of these records was made. */
const createdMs = ([oldest]: readonly StreamRecord[]): number =>
  (oldest?.dynamodb.ApproximateCreationDateTime ?? 0) * 1000;

/** Index of the first failed record; the batch's length when all have succeeded. */
function firstFailure(outcome: Outcome, records: readonly StreamRecord[], reportsItemFailures: boolean): number {
  if (outcome.error !== undefined) return 0;
  if (!reportsItemFailures) return records.length;
  const response: unknown = JSON.parse(outcome.payload);
  if (
    response === null ||
    typeof response !== 'object' ||
    !('batchItemFailures' in response) ||
    response.batchItemFailures === null
  )
    return records.length;
  const partial = partialSchema.safeParse(response);
  if (!partial.success) return 0; // Lambda treats an unreadable response as a failure of the whole batch
  const failed = partial.data.batchItemFailures.map(({ itemIdentifier }) =>
    records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === itemIdentifier),
  );
  return failed.length === 0 ? records.length : Math.max(0, Math.min(...failed));
}

/**
 * Composes the record that Lambda sends to the on-failure destination of a stream: the place of the records, not the
 * records.
 */
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
