import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { callTimeouts } from '#shared/aws-client-settings.ts';
import { v7 } from 'uuid';

/** Messages in one call (AWS limit). */
const messagesPerCall = 10;

/** The SQS client of a function; a call that does not answer is given up after 5 s and tried again. */
export const sqsClient = (): SQSClient => new SQSClient({ requestHandler: callTimeouts });

/** Whom a message wakes, and what it says. */
export interface WakeUpMessage {
  /** Of a group one message is under way at a time. */
  readonly group: string;
  /** JSON. */
  readonly body: string;
}

/** Sends wake-ups to a FIFO queue; throws when one was not taken. */
export const sqsWakeUps =
  (client: SQSClient, queueUrl: string) =>
  async (messages: readonly WakeUpMessage[]): Promise<void> => {
    for (let from = 0; from < messages.length; from += messagesPerCall) {
      const Entries = messages.slice(from, from + messagesPerCall).map(({ group, body }, index) => ({
        Id: String(index),
        MessageGroupId: group,
        // Every wake-up counts: none may be taken for an earlier one.
        MessageDeduplicationId: v7(),
        MessageBody: body,
      }));
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
      const [first] = Failed;
      if (first !== undefined) throw new Error(`${Failed.length} wake-ups were not taken: ${first.Message}`);
    }
  };
