import { ChangeMessageVisibilityCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { v7 } from 'uuid';

/** The queue's only message group, so that one sequencer runs at a time. */
const group = 'ledger';

/** Seconds until a redelivery, by the number of deliveries; all other messages wait. */
const retrySeconds = (deliveries: number): number => Math.min(2 ** (deliveries - 1), 30);

/** The FIFO queue that triggers the sequencer. */
export const sqsNotices = (client: SQSClient, queueUrl: string) => ({
  /** Sends a message; throws when it was not taken. */
  send: async (body: string): Promise<void> => {
    const MessageDeduplicationId = v7(); // every notice counts: none may be taken for an earlier one
    await client.send(
      new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: body, MessageGroupId: group, MessageDeduplicationId }),
    );
  },
  /** Shortens the visibility timeout of a received message. */
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
