import { ChangeMessageVisibilityCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { v7 } from 'uuid';

/** The queue's only group: one batch of its messages is under way at a time, so that there is one sequencer. */
const group = 'ledger';

/** Seconds until a message is delivered again, by how often it was delivered: meanwhile all others wait. */
const retrySeconds = (deliveries: number): number => Math.min(2 ** (deliveries - 1), 30);

/** The FIFO queue that leads to the sequencer. */
export const sqsNotices = (client: SQSClient, queueUrl: string) => ({
  /** Sends a message; throws when it was not taken. */
  send: async (body: string): Promise<void> => {
    const MessageDeduplicationId = v7(); // every notice counts: none may be taken for an earlier one
    await client.send(
      new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: body, MessageGroupId: group, MessageDeduplicationId }),
    );
  },
  /** Has a message that was received delivered again soon, sooner than the queue's own time. */
  retrySoon: async (receiptHandle: string, deliveries: number): Promise<void> => {
    await client.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: queueUrl,
        ReceiptHandle: receiptHandle,
        VisibilityTimeout: retrySeconds(deliveries),
      }),
    );
  },
});

export type Notices = ReturnType<typeof sqsNotices>;
