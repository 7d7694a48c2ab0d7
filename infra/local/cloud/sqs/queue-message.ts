/**
 * A message as a queue stores it. A FIFO queue sets the last three fields; a producer may name a group on any queue.
 */
export interface StoredMessage {
  readonly id: string;
  readonly body: string;
  /** Message attributes of the type String. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly sentAt: number;
  readonly groupId?: string | undefined;
  readonly deduplicationId?: string;
  /** Twenty digits; grows with each message of the queue. */
  readonly sequence?: string;
}

/** A message as a consumer receives it. */
export interface Message extends StoredMessage {
  readonly receipt: string;
  readonly receiveCount: number;
  /** Milliseconds since 1970. */
  readonly firstReceivedAt: number;
}

/** The options of a message besides its body. */
export interface SendOptions {
  readonly attributes?: Readonly<Record<string, string>>;
  readonly delaySeconds?: number | undefined;
  readonly groupId?: string | undefined;
  readonly deduplicationId?: string | undefined;
}

/** SQS's refusal of a message, with the code of its error. */
export class MessageRefused extends Error {
  override readonly name = 'MessageRefused';
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
