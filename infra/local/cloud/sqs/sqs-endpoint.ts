import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import { MessageRefused } from './queue-message.ts';
import { md5, type Queue } from './queue.ts';
import { sqsRequests, type MessageRequest } from './sqs-requests.ts';
import { systemAttributes } from './sqs-record.ts';

interface Reply {
  readonly status: number;
  readonly reply: unknown;
}

/** Executes a call of SQS's JSON protocol: those that send, and those that look into a queue. */
export async function callSqs(operation: string, input: unknown, queues: readonly Queue[]): Promise<Reply> {
  const { QueueUrl } = z.object({ QueueUrl: z.url() }).parse(input);
  const name = new URL(QueueUrl).pathname.split('/').at(-1);
  const queue = queues.find(({ settings }) => settings.name === name);
  if (queue === undefined) return error('QueueDoesNotExist', 'The specified queue does not exist.');
  const execute = operations[operation];
  if (execute === undefined) return error('UnsupportedOperation', `${operation} is not supported by the local cloud.`);
  try {
    return { status: 200, reply: await execute(input, queue) };
  } catch (failure) {
    if (failure instanceof MessageRefused) return error(failure.code, failure.message);
    if (failure instanceof z.ZodError) return error('InvalidParameterValue', z.prettifyError(failure));
    throw failure;
  }
}

const operations: Readonly<Record<string, (input: unknown, queue: Queue) => unknown>> = {
  GetQueueAttributes: (_input, queue) => ({ Attributes: queueAttributes(queue) }),
  SendMessage: (input, queue) => send(sqsRequests.message.parse(input), queue),
  SendMessageBatch: (input, queue) => {
    const outcomes = sqsRequests.messages.parse(input).Entries.map((entry) => sendEntry(entry, queue));
    return {
      Successful: outcomes.filter((outcome) => 'MessageId' in outcome),
      Failed: outcomes.filter((outcome) => 'Code' in outcome),
    };
  },
  ReceiveMessage: async (input, queue) => receive(sqsRequests.receive.parse(input), queue),
};

function send(request: MessageRequest, queue: Queue) {
  const { id, sequence } = queue.send(request.MessageBody, {
    attributes: request.MessageAttributes,
    delaySeconds: request.DelaySeconds,
    groupId: request.MessageGroupId,
    deduplicationId: request.MessageDeduplicationId,
  });
  return { MessageId: id, MD5OfMessageBody: md5(request.MessageBody), SequenceNumber: sequence };
}

function sendEntry({ Id, ...request }: MessageRequest & { Id: string }, queue: Queue) {
  try {
    return { Id, ...send(request, queue) };
  } catch (failure) {
    if (!(failure instanceof MessageRefused)) throw failure;
    return { Id, SenderFault: true, Code: failure.code, Message: failure.message };
  }
}

async function receive(wanted: z.output<typeof sqsRequests.receive>, queue: Queue): Promise<unknown> {
  const deadline = Date.now() + (wanted.WaitTimeSeconds ?? queue.settings.waitSeconds ?? 0) * 1000;
  for (;;) {
    const messages = queue.receive(wanted.MaxNumberOfMessages, wanted.VisibilityTimeout);
    if (messages.length > 0 || Date.now() >= deadline)
      return {
        Messages: messages.map((message) => ({
          MessageId: message.id,
          ReceiptHandle: message.receipt,
          Body: message.body,
          MD5OfBody: md5(message.body),
          Attributes: systemAttributes(message),
          MessageAttributes: Object.fromEntries(
            Object.entries(message.attributes).map(([name, StringValue]) => [
              name,
              { DataType: 'String', StringValue },
            ]),
          ),
        })),
      };
    await delay(20);
  }
}

function queueAttributes(queue: Queue): Record<string, string> {
  const { visible, inFlight } = queue.size();
  const { visibilitySeconds, retentionSeconds, fifo } = queue.settings;
  return {
    QueueArn: queue.arn,
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    VisibilityTimeout: String(visibilitySeconds),
    MessageRetentionPeriod: String(retentionSeconds),
    ...(fifo && { FifoQueue: 'true', ContentBasedDeduplication: String(fifo.contentBasedDeduplication) }),
  };
}

const error = (code: string, message: string): Reply => ({
  status: 400,
  reply: { __type: `com.amazonaws.sqs#${code}`, message },
});
