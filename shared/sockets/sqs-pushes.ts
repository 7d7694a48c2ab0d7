import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { v7 } from 'uuid';

/** Messages in one call (AWS limit). */
const messagesPerCall = 10;

/** The SQS client of a function; a call that does not answer is given up after 5 s and tried again. */
export const sqsClient = (): SQSClient =>
  new SQSClient({ requestHandler: { connectionTimeout: 1000, requestTimeout: 5000 } });

/** Wakes pushes by a FIFO queue whose groups are connections: one at a time of each, and who has had its turn goes to the back. */
export const sqsPushes =
  (client: SQSClient, QueueUrl: string) =>
  async (connectionIds: readonly string[]): Promise<void> => {
    const ids = [...new Set(connectionIds)];
    for (let from = 0; from < ids.length; from += messagesPerCall) {
      const Entries = ids.slice(from, from + messagesPerCall).map((id, index) => ({
        Id: String(index),
        MessageGroupId: id,
        // Every wake-up counts: none may be taken for an earlier one.
        MessageDeduplicationId: v7(),
        MessageBody: JSON.stringify({ connection: id }),
      }));
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
      const [first] = Failed;
      if (first !== undefined) throw new Error(`${Failed.length} wake-ups were not taken: ${first.Message}`);
    }
  };
