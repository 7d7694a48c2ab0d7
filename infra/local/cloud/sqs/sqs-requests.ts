import * as z from 'zod';

/** Bytes of a message, and of all messages of a batch. */
const maxBytes = 1024 * 1024;
const maxDelaySeconds = 900;
const maxVisibilitySeconds = 43_200;

const attribute = z.strictObject({
  DataType: z.literal('String', 'only message attributes of the type String are kept here'),
  StringValue: z.string(),
});

const message = z.object({
  MessageBody: z
    .string()
    .min(1)
    .refine((body) => Buffer.byteLength(body) <= maxBytes, `A message has at most ${maxBytes} bytes`),
  DelaySeconds: z.number().min(0).max(maxDelaySeconds).optional(),
  MessageAttributes: z
    .record(z.string(), attribute)
    .default({})
    .transform((given) => Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value.StringValue]))),
  MessageGroupId: z.string().min(1).max(128).optional(),
  MessageDeduplicationId: z.string().min(1).max(128).optional(),
});
export type MessageRequest = z.output<typeof message>;

const batchOf = <S extends z.ZodType>(entry: S) =>
  z.object({
    Entries: z
      .array(z.intersection(z.object({ Id: z.string().regex(/^[\w-]{1,80}$/) }), entry))
      .min(1, 'There should be at least one entry in the request')
      .max(10, 'There may be at most ten entries in the request')
      .refine((entries) => new Set(entries.map(({ Id }) => Id)).size === entries.length, 'Each entry has its own Id'),
  });

/** The inputs of SQS's operations, as far as they are understood here. */
export const sqsRequests = {
  message,
  messages: batchOf(message),
  receive: z.object({
    MaxNumberOfMessages: z.number().min(1).max(10).default(1),
    VisibilityTimeout: z.number().min(0).max(maxVisibilitySeconds).optional(),
    WaitTimeSeconds: z.number().min(0).max(20).optional(),
  }),
};
