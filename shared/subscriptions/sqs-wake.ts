import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { v7 } from 'uuid';
import type { SubscriptionKey } from './subscription.ts';
import type { Wake } from './subscriptions.ts';

/** Messages in one call (AWS limit). */
const messagesPerCall = 10;

/** The SQS client of a function; a call that does not answer is given up after 5 s and tried again. */
export const sqsClient = (): SQSClient =>
  new SQSClient({ requestHandler: { connectionTimeout: 1000, requestTimeout: 5000 } });

/** Wake-ups by a FIFO queue whose groups are subscriptions: no two deliveries of one are woken at the same time. */
export const sqsWake =
  (client: SQSClient, queueUrl: string): Wake =>
  async (keys) => {
    for (let from = 0; from < keys.length; from += messagesPerCall) {
      const Entries = keys.slice(from, from + messagesPerCall).map(({ owner, id }, index) => ({
        Id: String(index),
        MessageGroupId: id,
        // Every wake-up counts: none may be taken for an earlier one.
        MessageDeduplicationId: v7(),
        MessageBody: JSON.stringify({ owner, id } satisfies SubscriptionKey),
      }));
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
      const [first] = Failed;
      if (first !== undefined) throw new Error(`${Failed.length} wake-ups were not taken: ${first.Message}`);
    }
  };

/** Whom a wake-up is about. */
export const wokenBy = (body: string): SubscriptionKey => JSON.parse(body);
