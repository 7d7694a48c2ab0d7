import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** What triggers a consumer: records of a table's stream or of a queue, or the schedule, whose event has no records. */
export interface Notification {
  readonly Records?: readonly StreamRecord[];
}

interface StreamRecord {
  /** Absent: it is a message of a queue. */
  readonly eventName?: string;
  /** Of a message of a queue. */
  readonly messageId?: string;
  readonly body?: string;
  readonly dynamodb?: {
    readonly SequenceNumber?: string;
    readonly Keys?: Readonly<Record<string, AttributeValue>>;
    readonly NewImage?: Readonly<Record<string, AttributeValue>>;
  };
}

/** A partial batch response: Lambda sends the batch again from the first failed record on. */
export interface BatchResponse {
  readonly batchItemFailures: { itemIdentifier: string }[];
}

/** The new items in the records, each with its record's sequence number. */
export const newItems = ({ Records = [] }: Notification) =>
  Records.filter(({ eventName }) => eventName === 'INSERT').flatMap(
    ({ dynamodb: { SequenceNumber, NewImage } = {} }) =>
      SequenceNumber !== undefined && NewImage !== undefined ? [{ record: SequenceNumber, item: { ...NewImage } }] : [],
  );

/**
 * The keys of items that were changed or removed. A record without an `eventName` is a message of a queue, which tells
 * of no item.
 */
export const changedItems = ({ Records = [] }: Notification) =>
  Records.filter(({ eventName }) => eventName !== undefined && eventName !== 'INSERT').map(
    ({ dynamodb }) => dynamodb?.Keys ?? {},
  );

/** Whether the schedule is the trigger. */
export const isScheduled = ({ Records }: Notification): boolean => Records === undefined;
