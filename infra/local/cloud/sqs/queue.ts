import { createHash, randomUUID } from 'node:crypto';
import { fifoRules, type FifoSettings } from './fifo-rules.ts';
import type { Message, SendOptions, StoredMessage } from './queue-message.ts';

export interface QueueSettings {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  readonly visibilitySeconds: number;
  readonly retentionSeconds: number;
  /** Seconds before a new message becomes visible; absent: none. */
  readonly delaySeconds?: number;
  /** Seconds that a receiver waits for a message by default; absent: none. */
  readonly waitSeconds?: number;
  readonly redrive?: { readonly to: () => Queue; readonly maxReceives: number };
  /** Absent for a standard queue. */
  readonly fifo?: FifoSettings;
}

/**
 * An SQS queue. A standard one delivers at least once, in no promised order; a FIFO one delivers each group in order.
 */
export interface Queue {
  readonly settings: QueueSettings;
  readonly arn: string;
  /**
   * Stores a message; throws `MessageRefused` when SQS would. A duplicate on a FIFO queue returns the first message.
   */
  readonly send: (body: string, options?: SendOptions) => Pick<StoredMessage, 'id' | 'sequence'>;
  /** Takes over a message that another queue has redriven. */
  readonly take: (message: StoredMessage) => void;
  readonly receive: (limit: number, visibilitySeconds?: number) => Message[];
  /** Deletes by receipt; ignores an unknown one, as SQS does. */
  readonly delete: (receipt: string) => void;
  readonly changeVisibility: (receipt: string, seconds: number) => void;
  readonly size: () => { visible: number; inFlight: number };
  /**
   * Milliseconds until the next message becomes visible by itself that was not at a time; none when one has since,
   * `Infinity` when none will.
   */
  readonly untilVisible: (since: number) => number;
  /** Calls the listener whenever a message may have become visible, except by the end of its visibility timeout. */
  readonly onChange: (listener: () => void) => void;
}

/** A stored message and the state of its deliveries. */
interface Delivery {
  readonly stored: StoredMessage;
  /** Empty before the first receive. */
  receipt: string;
  receiveCount: number;
  firstReceivedAt: number;
  visibleAt: number;
}

export const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** Creates an empty queue. Its messages end with the process: consumers must make good for a lost notification. */
export function createQueue(settings: QueueSettings): Queue {
  const { redrive } = settings;
  const rules = settings.fifo && fifoRules(settings.fifo);
  const deliveries = new Map<string, Delivery>();
  const listeners: (() => void)[] = [];
  const changed = () => listeners.forEach((listener) => listener());
  let lastSequence = 0;

  const nextSequence = (): string => {
    lastSequence = Math.max(lastSequence + 1, Date.now() * 1000);
    return String(lastSequence).padStart(20, '0');
  };
  const store = (message: StoredMessage, visibleAt: number) => {
    const stored = rules === undefined ? message : { ...message, sequence: nextSequence() };
    deliveries.set(stored.id, { stored, receipt: '', receiveCount: 0, firstReceivedAt: 0, visibleAt });
    rules?.remember(stored);
    changed();
    return stored;
  };
  const drop = (id: string) => {
    if (deliveries.delete(id)) changed();
  };
  const byReceipt = (receipt: string): Delivery | undefined => {
    const delivery = deliveries.get(receipt.split('/', 1)[0] ?? '');
    return delivery?.receipt === receipt ? delivery : undefined;
  };

  return {
    settings,
    arn: settings.arn,
    send: (body, options = {}) => {
      const identity = rules?.identify(body, options) ?? { groupId: options.groupId };
      const first = 'deduplicationId' in identity && rules?.duplicateOf(identity.groupId, identity.deduplicationId);
      if (first) return first;
      const now = Date.now();
      const message = { id: randomUUID(), body, attributes: { ...options.attributes }, sentAt: now, ...identity };
      return store(message, now + (options.delaySeconds ?? settings.delaySeconds ?? 0) * 1000);
    },
    take: (message) => void store(message, Date.now()),
    receive: (limit, visibilitySeconds = settings.visibilitySeconds) => {
      const now = Date.now();
      const blocked = rules === undefined ? new Set() : groupsInFlight(deliveries.values(), now);
      const received: Message[] = [];
      for (const delivery of deliveries.values()) {
        const { stored } = delivery;
        if (received.length >= limit) break;
        if (delivery.visibleAt > now || blocked.has(stored.groupId)) continue;
        if (stored.sentAt + settings.retentionSeconds * 1000 < now) {
          drop(stored.id);
        } else if (redrive !== undefined && delivery.receiveCount >= redrive.maxReceives) {
          redrive.to().take(stored);
          drop(stored.id);
        } else {
          delivery.receiveCount += 1;
          delivery.firstReceivedAt ||= now;
          delivery.receipt = `${stored.id}/${randomUUID()}`;
          delivery.visibleAt = now + visibilitySeconds * 1000;
          const { receipt, receiveCount, firstReceivedAt } = delivery;
          received.push({ ...stored, receipt, receiveCount, firstReceivedAt });
        }
      }
      return received;
    },
    delete: (receipt) => drop(byReceipt(receipt)?.stored.id ?? ''),
    changeVisibility: (receipt, seconds) => {
      const delivery = byReceipt(receipt);
      if (delivery === undefined) return;
      delivery.visibleAt = Date.now() + seconds * 1000;
      changed();
    },
    size: () => {
      const now = Date.now();
      const visible = [...deliveries.values()].filter(({ visibleAt }) => visibleAt <= now).length;
      return { visible, inFlight: deliveries.size - visible };
    },
    untilVisible: (since) => {
      let soonest = Infinity;
      for (const { visibleAt } of deliveries.values()) if (visibleAt > since) soonest = Math.min(soonest, visibleAt);
      return Math.max(0, soonest - Date.now());
    },
    onChange: (listener) => listeners.push(listener),
  };
}

/** The groups with a message in flight: their next messages wait until it is deleted or visible again. */
function groupsInFlight(deliveries: Iterable<Delivery>, now: number): Set<string | undefined> {
  const groups = new Set<string | undefined>();
  for (const { stored, receipt, visibleAt } of deliveries)
    if (receipt !== '' && visibleAt > now) groups.add(stored.groupId);
  return groups;
}
