import { createHash } from 'node:crypto';
import { MessageRefused, type SendOptions, type StoredMessage } from './queue-message.ts';

/** Milliseconds in which SQS takes a second message with the same deduplication id for the first one. */
const deduplicationMs = 5 * 60_000;

export interface FifoSettings {
  readonly contentBasedDeduplication: boolean;
  readonly deduplicationScope: 'queue' | 'messageGroup';
}

export interface FifoRules {
  /** The group and the deduplication id of a new message; throws `MessageRefused` where one is missing. */
  readonly identify: (body: string, options: SendOptions) => { groupId: string; deduplicationId: string };
  /** The message that was sent with the same deduplication id within five minutes. */
  readonly duplicateOf: (groupId: string, deduplicationId: string) => StoredMessage | undefined;
  readonly remember: (message: StoredMessage) => void;
}

/** Checks and deduplicates the messages of a FIFO queue. */
export function fifoRules({ contentBasedDeduplication, deduplicationScope }: FifoSettings): FifoRules {
  const recent = new Map<string, StoredMessage>();
  const key = (groupId = '', deduplicationId = '') =>
    JSON.stringify(deduplicationScope === 'queue' ? [deduplicationId] : [groupId, deduplicationId]);
  const forgetOld = (): void => {
    for (const [known, { sentAt }] of recent) {
      if (sentAt + deduplicationMs > Date.now()) return; // a Map iterates in the order of insertion: oldest first
      recent.delete(known);
    }
  };
  return {
    identify: (body, { groupId, deduplicationId, delaySeconds }) => {
      if (groupId === undefined)
        throw new MessageRefused('MissingParameter', 'The request must contain the parameter MessageGroupId.');
      if (delaySeconds !== undefined)
        throw new MessageRefused('InvalidParameterValue', 'A message of a FIFO queue has no DelaySeconds of its own.');
      if (deduplicationId !== undefined) return { groupId, deduplicationId };
      if (!contentBasedDeduplication)
        throw new MessageRefused(
          'InvalidParameterValue',
          'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
        );
      return { groupId, deduplicationId: createHash('sha256').update(body).digest('hex') };
    },
    duplicateOf: (groupId, deduplicationId) => {
      forgetOld();
      return recent.get(key(groupId, deduplicationId));
    },
    remember: (message) => recent.set(key(message.groupId, message.deduplicationId), message),
  };
}
