import { createHash } from 'node:crypto';
import { MessageRefused, type SendOptions, type StoredMessage } from './queue-message.ts';

/** Milliseconds for which SQS takes a message with a known deduplication id for the same message. */
const deduplicationMs = 5 * 60_000;

export interface FifoSettings {
  readonly contentBasedDeduplication: boolean;
  readonly deduplicationScope: 'queue' | 'messageGroup';
}

export interface FifoRules {
  /** The group and the deduplication id of a message about to be sent; throws `MessageRefused` where one is missing. */
  readonly identify: (body: string, options: SendOptions) => { groupId: string; deduplicationId: string };
  /** The message that was sent with the same deduplication id within five minutes. */
  readonly duplicateOf: (groupId: string, deduplicationId: string) => StoredMessage | undefined;
  readonly remember: (message: StoredMessage) => void;
}

/** What a FIFO queue asks of its producers. Of the messages of an earlier process it remembers those that are still in the queue. */
export function fifoRules({ contentBasedDeduplication, deduplicationScope }: FifoSettings): FifoRules {
  const recent = new Map<string, StoredMessage>();
  const key = (groupId = '', deduplicationId = '') =>
    JSON.stringify(deduplicationScope === 'queue' ? [deduplicationId] : [groupId, deduplicationId]);
  const forget = (): void => {
    for (const [known, { sentAt }] of recent) {
      if (sentAt + deduplicationMs > Date.now()) return; // the oldest stand first
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
      forget();
      return recent.get(key(groupId, deduplicationId));
    },
    remember: (message) => recent.set(key(message.groupId, message.deduplicationId), message),
  };
}

interface Delivery {
  readonly stored: StoredMessage;
  /** Empty before the message has been received. */
  readonly receipt: string;
  readonly visibleAt: number;
}

/** Groups of which a message is under way: the next ones wait until it is deleted or visible again. */
export function groupsInFlight(deliveries: Iterable<Delivery>, now: number): Set<string | undefined> {
  const groups = new Set<string | undefined>();
  for (const { stored, receipt, visibleAt } of deliveries)
    if (receipt !== '' && visibleAt > now) groups.add(stored.groupId);
  return groups;
}
