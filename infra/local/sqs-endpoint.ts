import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import { md5, type Queue } from './queue.ts';

interface Reply {
  readonly status: number;
  readonly reply: unknown;
}

const attributesSchema = z
  .record(z.string(), z.object({ StringValue: z.string().optional() }))
  .default({})
  .transform((attributes) =>
    Object.fromEntries(Object.entries(attributes).map(([name, { StringValue = '' }]) => [name, StringValue])),
  );
const messageSchema = z.object({
  MessageBody: z.string(),
  DelaySeconds: z.number().optional(),
  MessageAttributes: attributesSchema,
});
const visibilitySchema = z.object({ ReceiptHandle: z.string(), VisibilityTimeout: z.number() });
const receiveSchema = z.object({
  MaxNumberOfMessages: z.number().min(1).max(10).default(1),
  VisibilityTimeout: z.number().optional(),
  WaitTimeSeconds: z.number().max(20).default(0),
});
const batchOf = <S extends z.ZodType>(entry: S) =>
  z.object({
    Entries: z
      .array(z.intersection(z.object({ Id: z.string() }), entry))
      .min(1)
      .max(10),
  });

/** Answers the calls of SQS's JSON protocol that producers, consumers and operators of a queue make. */
export async function answerSqs(operation: string, input: unknown, queues: readonly Queue[]): Promise<Reply> {
  const { QueueUrl, QueueName } = z
    .object({ QueueUrl: z.string().optional(), QueueName: z.string().optional() })
    .parse(input);
  const queue = queues.find(({ url, name }) => (QueueUrl === undefined ? name === QueueName : url === QueueUrl));
  if (queue === undefined) return error('QueueDoesNotExist', 'The specified queue does not exist.');
  try {
    return { status: 200, reply: await answer(operation, input, queue) };
  } catch (failure) {
    if (failure instanceof z.ZodError) return error('InvalidParameterValue', failure.message);
    throw failure;
  }
}

async function answer(operation: string, input: unknown, queue: Queue): Promise<unknown> {
  switch (operation) {
    case 'GetQueueUrl':
      return { QueueUrl: queue.url };
    case 'SendMessage':
      return send(messageSchema.parse(input), queue);
    case 'SendMessageBatch': {
      const { Entries } = batchOf(messageSchema).parse(input);
      return { Successful: Entries.map((entry) => ({ Id: entry.Id, ...send(entry, queue) })), Failed: [] };
    }
    case 'ReceiveMessage':
      return receive(receiveSchema.parse(input), queue);
    case 'DeleteMessage':
      queue.delete(z.object({ ReceiptHandle: z.string() }).parse(input).ReceiptHandle);
      return {};
    case 'DeleteMessageBatch': {
      const { Entries } = batchOf(z.object({ ReceiptHandle: z.string() })).parse(input);
      for (const { ReceiptHandle } of Entries) queue.delete(ReceiptHandle);
      return { Successful: Entries.map(({ Id }) => ({ Id })), Failed: [] };
    }
    case 'ChangeMessageVisibility': {
      const { ReceiptHandle, VisibilityTimeout } = visibilitySchema.parse(input);
      queue.changeVisibility(ReceiptHandle, VisibilityTimeout);
      return {};
    }
    case 'GetQueueAttributes': {
      const { visible, inFlight } = queue.size();
      return {
        Attributes: {
          QueueArn: queue.arn,
          ApproximateNumberOfMessages: String(visible),
          ApproximateNumberOfMessagesNotVisible: String(inFlight),
        },
      };
    }
    default: // SQS has more operations than a local queue needs
      throw new z.ZodError([
        { code: 'custom', path: [], input: operation, message: `${operation} is not supported here` },
      ]);
  }
}

function send({ MessageBody, DelaySeconds, MessageAttributes }: z.output<typeof messageSchema>, queue: Queue) {
  return { MessageId: queue.send(MessageBody, MessageAttributes, DelaySeconds), MD5OfMessageBody: md5(MessageBody) };
}

async function receive(wanted: z.output<typeof receiveSchema>, queue: Queue): Promise<unknown> {
  const deadline = Date.now() + wanted.WaitTimeSeconds * 1000;
  for (;;) {
    const messages = queue.receive(wanted.MaxNumberOfMessages, wanted.VisibilityTimeout);
    if (messages.length > 0 || Date.now() >= deadline)
      return {
        Messages: messages.map(({ id, body, receipt, receiveCount, sentAt, attributes }) => ({
          MessageId: id,
          ReceiptHandle: receipt,
          Body: body,
          MD5OfBody: md5(body),
          Attributes: { ApproximateReceiveCount: String(receiveCount), SentTimestamp: String(sentAt) },
          MessageAttributes: Object.fromEntries(
            Object.entries(attributes).map(([name, StringValue]) => [name, { DataType: 'String', StringValue }]),
          ),
        })),
      };
    await delay(20);
  }
}

const error = (code: string, message: string): Reply => ({
  status: 400,
  reply: { __type: `com.amazonaws.sqs#${code}`, message },
});
