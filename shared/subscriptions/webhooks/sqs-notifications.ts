import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { callTimeouts } from '#shared/aws-client-settings.ts';
import { v7 } from 'uuid';

/** Messages in one call (AWS limit). */
const messagesPerCall = 10;

/** Makes the SQS client of a function; a call without a response is given up after 5 s and retried. */
export const sqsClient = (): SQSClient => new SQSClient({ requestHandler: callTimeouts });

/** A notification: its group and its body. */
export interface NotificationMessage {
  /** The queue delivers the messages of a group one at a time. */
  readonly group: string;
  /** JSON. */
  readonly body: string;
}

/** Sends notifications to a FIFO queue; throws when the queue does not take one. */
export const sqsNotifications =
  (client: SQSClient, queueUrl: string) =>
  async (messages: readonly NotificationMessage[]): Promise<void> => {
    for (let from = 0; from < messages.length; from += messagesPerCall) {
      const Entries = messages.slice(from, from + messagesPerCall).map(({ group, body }, index) => ({
        Id: String(index),
        MessageGroupId: group,
        // Each notification counts: none is a duplicate of an earlier one.
        MessageDeduplicationId: v7(),
        MessageBody: body,
      }));
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
      const [first] = Failed;
      if (first !== undefined) throw new Error(`${Failed.length} notifications were not taken: ${first.Message}`);
    }
  };
