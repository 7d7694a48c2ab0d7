import type { SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import type { EventPattern } from '#infra/local/cloud/eventbridge/event-pattern.ts';
import type { HostedFunction } from '#infra/local/cloud/lambda/function-host.ts';
import type { Outcome } from '#infra/local/cloud/lambda/execution-environment.ts';
import { invokeUnthrottled } from '#infra/local/cloud/lambda/invoke-unthrottled.ts';
import type { Message } from './queue-message.ts';
import type { Queue } from './queue.ts';
import { sqsRecord } from './sqs-record.ts';
import { notification } from '#infra/local/cloud/notification.ts';

export interface QueueMappingSettings {
  readonly fn: Pick<HostedFunction, 'name' | 'invoke'>;
  readonly queue: Queue;
  readonly batchSize: number;
  readonly batchingWindowSeconds: number;
  /** Batches in flight at most. */
  readonly maxConcurrency: number;
  /** Patterns of which a message must match one; empty: no filter. A message that matches none is deleted. */
  readonly filters: readonly EventPattern[];
  readonly reportsItemFailures: boolean;
  /** For how long a throttled batch is tried before it is left to become visible again. */
  readonly throttledSeconds: number;
}

export interface QueueMapping {
  /** Stops polling and waits for the batches in flight. */
  readonly stop: () => Promise<void>;
}

/** Milliseconds between polls at most. */
const longestIdleMs = 60_000;

const partialSchema = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).nullish() });

/**
 * Invokes a function with a queue's messages in batches. A failed message stays in the queue and becomes visible again.
 */
export function startQueueMapping(settings: QueueMappingSettings): QueueMapping {
  const { fn, queue, filters } = settings;
  const stopping = new AbortController();
  const { signal } = stopping;
  const changes = notification();
  queue.onChange(changes.notify);
  const inFlight = new Set<Promise<void>>();

  /** For how long nothing comes after a look at the queue: the end of a visibility timeout notifies nobody. */
  const idleMs = (looked: number) => Math.min(queue.untilVisible(looked), longestIdleMs);

  const poll = async (): Promise<void> => {
    while (!signal.aborted) {
      const looked = Date.now();
      const batch = inFlight.size < settings.maxConcurrency ? await collect() : [];
      if (batch.length === 0) {
        await changes.wait(idleMs(looked), signal);
        continue;
      }
      const delivery = deliver(batch).finally(() => {
        inFlight.delete(delivery);
        changes.notify();
      });
      inFlight.add(delivery);
    }
  };

  /** Collects a batch within the batching window and deletes what the filters reject. */
  const collect = async (): Promise<SQSRecord[]> => {
    const batch: SQSRecord[] = [];
    let deadline: number | undefined;
    for (;;) {
      const looked = Date.now();
      const received = queue.receive(settings.batchSize - batch.length);
      if (received.length > 0) deadline ??= Date.now() + settings.batchingWindowSeconds * 1000;
      batch.push(...received.flatMap(filtered));
      const left = (deadline ?? 0) - Date.now();
      if (left <= 0 || batch.length === settings.batchSize || signal.aborted) return batch;
      await changes.wait(Math.min(idleMs(looked), left), signal);
    }
  };

  const filtered = (message: Message): SQSRecord[] => {
    const record = sqsRecord(message, queue);
    if (filters.length === 0 || filters.some((matches) => matches(record) || matches(withParsedBody(record))))
      return [record];
    queue.delete(message.receipt);
    return [];
  };

  const deliver = async (batch: readonly SQSRecord[]): Promise<void> => {
    const event: SQSEvent = { Records: [...batch] };
    const deadline = Date.now() + settings.throttledSeconds * 1000;
    const outcome = await invokeUnthrottled(fn, event, { deadline, signal });
    const failed = failures(outcome, batch, settings.reportsItemFailures);
    for (const { messageId, receiptHandle } of batch) if (!failed.has(messageId)) queue.delete(receiptHandle);
  };

  const polling = poll();
  return {
    stop: async () => {
      stopping.abort();
      await polling;
      await Promise.all(inFlight);
    },
  };
}

/**
 * The ids of the failed messages. An unreadable response, or one that names an unknown message, fails the whole batch.
 */
function failures(outcome: Outcome, batch: readonly SQSRecord[], reportsItemFailures: boolean): Set<string> {
  const ids = batch.map(({ messageId }) => messageId);
  if (outcome.error !== undefined) return new Set(ids);
  if (!reportsItemFailures || outcome.payload === 'null') return new Set();
  const response: unknown = JSON.parse(outcome.payload);
  if (typeof response !== 'object' || response === null) return new Set();
  const partial = partialSchema.safeParse(response);
  const named = partial.data?.batchItemFailures?.map(({ itemIdentifier }) => itemIdentifier) ?? [];
  return new Set(partial.success && named.every((id) => ids.includes(id)) ? named : ids);
}

/** Parses a JSON body, as Lambda does for filters. */
function withParsedBody(record: SQSRecord): unknown {
  try {
    return { ...record, body: JSON.parse(record.body) };
  } catch {
    return record;
  }
}
