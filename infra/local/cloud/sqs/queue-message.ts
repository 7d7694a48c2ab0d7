import * as z from 'zod';

/** A message as a queue keeps it. The last three are there for messages of FIFO queues, the group also where a producer names one. */
export const storedMessage = z.object({
  id: z.string(),
  body: z.string(),
  /** Message attributes of the type String. */
  attributes: z.record(z.string(), z.string()),
  /** Milliseconds since 1970. */
  sentAt: z.number(),
  groupId: z.string().optional(),
  deduplicationId: z.string().optional(),
  /** Twenty digits; grows with each message of the queue. */
  sequence: z.string().optional(),
});
export type StoredMessage = z.output<typeof storedMessage>;

/** A message as somebody receives it. */
export interface Message extends StoredMessage {
  readonly receipt: string;
  readonly receiveCount: number;
  /** Milliseconds since 1970. */
  readonly firstReceivedAt: number;
}

/** What a producer may say of a message beside its body. */
export interface SendOptions {
  readonly attributes?: Readonly<Record<string, string>>;
  readonly delaySeconds?: number | undefined;
  readonly groupId?: string | undefined;
  readonly deduplicationId?: string | undefined;
}

/** The reason why SQS does not take a message, by the code of its error. */
export class MessageRefused extends Error {
  override readonly name = 'MessageRefused';
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
