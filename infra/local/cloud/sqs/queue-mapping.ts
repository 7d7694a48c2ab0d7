import * as z from 'zod';
import type { EventPattern } from '#infra/local/cloud/eventbridge/event-pattern.ts';
import type { HostedFunction } from '#infra/local/cloud/lambda/function-host.ts';
import type { Outcome } from '#infra/local/cloud/lambda/function-outcome.ts';
import type { Message } from './queue-message.ts';
import type { Queue } from './queue.ts';
import { sqsRecord, type SqsRecord } from './sqs-record.ts';
import { wakeUp } from '#infra/local/cloud/wake-up.ts';

export interface QueueMappingSettings {
  readonly fn: Pick<HostedFunction, 'name' | 'invoke'>;
  readonly queue: Queue;
  readonly batchSize: number;
  readonly batchingWindowSeconds: number;
  /** Batches that may be under way at once. */
  readonly maxConcurrency: number;
  /** A message goes to the function when any of these matches; none: every message. What matches none is deleted. */
  readonly filters: readonly EventPattern[];
  readonly reportsItemFailures: boolean;
}

export interface QueueMapping {
  /** Lets the batches under way finish. */
  readonly stop: () => Promise<void>;
}

/** Nobody says when the time of a message's invisibility is over, so that the queue is looked at so often. */
const longestIdleMs = 100;

const partialSchema = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).nullish() });

/** Hands a queue's messages to a function in batches. What fails stays in the queue and comes again once it is visible. */
export function startQueueMapping(settings: QueueMappingSettings): QueueMapping {
  const { fn, queue, filters } = settings;
  const stopping = new AbortController();
  const { signal } = stopping;
  const waker = wakeUp();
  queue.onChange(waker.wake);
  const underWay = new Set<Promise<void>>();

  const poll = async (): Promise<void> => {
    while (!signal.aborted) {
      const batch = underWay.size < settings.maxConcurrency ? await gather() : [];
      if (batch.length === 0) {
        await waker.wait(longestIdleMs, signal);
        continue;
      }
      const delivery = deliver(batch).finally(() => {
        underWay.delete(delivery);
        waker.wake();
      });
      underWay.add(delivery);
    }
  };

  /** Waits for more messages as long as the batching window allows; those that the filters leave out are deleted. */
  const gather = async (): Promise<SqsRecord[]> => {
    const batch: SqsRecord[] = [];
    let deadline: number | undefined;
    for (;;) {
      const received = queue.receive(settings.batchSize - batch.length);
      if (received.length > 0) deadline ??= Date.now() + settings.batchingWindowSeconds * 1000;
      batch.push(...received.flatMap(wanted));
      const left = (deadline ?? 0) - Date.now();
      if (left <= 0 || batch.length === settings.batchSize || signal.aborted) return batch;
      await waker.wait(Math.min(longestIdleMs, left), signal);
    }
  };

  const wanted = (message: Message): SqsRecord[] => {
    const record = sqsRecord(message, queue);
    if (filters.length === 0 || filters.some((matches) => matches(record) || matches(withParsedBody(record))))
      return [record];
    queue.delete(message.receipt);
    return [];
  };

  const deliver = async (batch: readonly SqsRecord[]): Promise<void> => {
    const outcome = await fn.invoke({ Records: batch });
    const failed = failures(outcome, batch, settings.reportsItemFailures);
    for (const { messageId, receiptHandle } of batch) if (!failed.has(messageId)) queue.delete(receiptHandle);
  };

  const polling = poll();
  return {
    stop: async () => {
      stopping.abort();
      await polling;
      await Promise.all(underWay);
    },
  };
}

/** The ids of the messages that must come again. An answer that cannot be read, or names an unknown message, fails the whole batch. */
function failures(outcome: Outcome, batch: readonly SqsRecord[], reportsItemFailures: boolean): Set<string> {
  const ids = batch.map(({ messageId }) => messageId);
  if (outcome.error !== undefined) return new Set(ids);
  if (!reportsItemFailures || outcome.payload === 'null') return new Set();
  const answer: unknown = JSON.parse(outcome.payload);
  if (typeof answer !== 'object' || answer === null) return new Set();
  const partial = partialSchema.safeParse(answer);
  const named = partial.data?.batchItemFailures?.map(({ itemIdentifier }) => itemIdentifier) ?? [];
  return new Set(partial.success && named.every((id) => ids.includes(id)) ? named : ids);
}

/** Filters see a body that is JSON as what it says. */
function withParsedBody(record: SqsRecord): unknown {
  try {
    return { ...record, body: JSON.parse(record.body) };
  } catch {
    return record;
  }
}
