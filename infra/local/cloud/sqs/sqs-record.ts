import type { SQSRecord, SQSRecordAttributes } from 'aws-lambda';
import type { Message } from './queue-message.ts';
import { md5, type Queue } from './queue.ts';

/** The system attributes of a message, as SQS names them. */
export function systemAttributes(message: Message): SQSRecordAttributes {
  return {
    ApproximateReceiveCount: String(message.receiveCount),
    SentTimestamp: String(message.sentAt),
    SenderId: 'local',
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
    ...(message.groupId !== undefined && { MessageGroupId: message.groupId }),
    ...(message.deduplicationId !== undefined && { MessageDeduplicationId: message.deduplicationId }),
    ...(message.sequence !== undefined && { SequenceNumber: message.sequence }),
  };
}

/** Maps a received message to the record that Lambda passes to a function. */
export function sqsRecord(message: Message, { arn }: Queue): SQSRecord {
  const attributes = Object.entries(message.attributes).map(([name, stringValue]) => [
    name,
    { stringValue, stringListValues: [], binaryListValues: [], dataType: 'String' },
  ]);
  return {
    messageId: message.id,
    receiptHandle: message.receipt,
    body: message.body,
    attributes: systemAttributes(message),
    messageAttributes: Object.fromEntries(attributes),
    md5OfBody: md5(message.body),
    eventSource: 'aws:sqs',
    eventSourceARN: arn,
    awsRegion: arn.split(':')[3] ?? '',
  };
}
