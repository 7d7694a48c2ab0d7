import { createHash, randomUUID } from 'node:crypto';
import { fifoRules, groupsInFlight, type FifoSettings } from './fifo-rules.ts';
import { openJournal } from './queue-journal.ts';
import type { Message, SendOptions, StoredMessage } from './queue-message.ts';

export interface QueueSettings {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  /** Journal of the messages, so that they outlive the process. */
  readonly file: string;
  readonly visibilitySeconds: number;
  readonly retentionSeconds: number;
  /** How long a new message is not delivered; absent: it is at once. */
  readonly delaySeconds?: number;
  /** How long a receiver waits for a message unless it says otherwise; absent: not at all. */
  readonly waitSeconds?: number;
  readonly redrive?: { readonly to: () => Queue; readonly maxReceives: number };
  /** Absent for a standard queue. */
  readonly fifo?: FifoSettings;
}

/** An SQS queue. A standard one delivers at least once, in no promised order; a FIFO one each group in order. */
export interface Queue {
  readonly settings: QueueSettings;
  readonly arn: string;
  /** Keeps a message; throws `MessageRefused` when SQS would not. A duplicate on a FIFO queue gets the first one's answer. */
  readonly send: (body: string, options?: SendOptions) => Pick<StoredMessage, 'id' | 'sequence'>;
  /** Takes a message over from another queue. */
  readonly take: (message: StoredMessage) => void;
  readonly receive: (limit: number, visibilitySeconds?: number) => Message[];
  /** Deletes by the id that `send` gave, for a sender that has dealt with its message itself. */
  readonly discard: (id: string) => void;
  /** Deletes by receipt; one that is unknown is ignored, as SQS does. */
  readonly delete: (receipt: string) => void;
  readonly changeVisibility: (receipt: string, seconds: number) => void;
  readonly size: () => { visible: number; inFlight: number };
  /** Called whenever there may be something new to receive, but for messages whose time of invisibility is over. */
  readonly onChange: (listener: () => void) => void;
}

/** A message and what has become of it. */
interface Held {
  readonly stored: StoredMessage;
  receipt: string;
  receiveCount: number;
  firstReceivedAt: number;
  visibleAt: number;
}

export const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** Opens a queue with the messages that its journal still holds. */
export function openQueue(settings: QueueSettings): Queue {
  const { redrive } = settings;
  const journal = openJournal(settings.file);
  const rules = settings.fifo && fifoRules(settings.fifo);
  const messages = new Map<string, Held>();
  const listeners: (() => void)[] = [];
  const changed = () => listeners.forEach((listener) => listener());
  let lastSequence = 0;

  const hold = (stored: StoredMessage, visibleAt: number) => {
    messages.set(stored.id, { stored, receipt: '', receiveCount: 0, firstReceivedAt: 0, visibleAt });
    lastSequence = Math.max(lastSequence, Number(stored.sequence ?? 0));
  };
  for (const message of journal.kept) {
    hold(message, 0);
    rules?.remember(message);
  }

  const keep = (message: StoredMessage, visibleAt: number) => {
    journal.sent(message);
    hold(message, visibleAt);
    changed();
  };
  const nextSequence = () => String(Math.max(lastSequence + 1, Date.now() * 1000)).padStart(20, '0');

  const drop = (id: string) => {
    if (!messages.delete(id)) return;
    if (messages.size === 0) journal.emptied();
    else journal.deleted(id);
    changed();
  };
  const byReceipt = (receipt: string): Held | undefined => {
    const held = messages.get(receipt.split('/', 1)[0] ?? '');
    return held?.receipt === receipt ? held : undefined;
  };

  return {
    settings,
    arn: settings.arn,
    send: (body, options = {}) => {
      const identity = rules?.identify(body, options) ?? { groupId: options.groupId };
      const first = 'deduplicationId' in identity && rules?.duplicateOf(identity.groupId, identity.deduplicationId);
      if (first) return first;
      const now = Date.now();
      const fresh = { id: randomUUID(), body, attributes: { ...options.attributes }, sentAt: now, ...identity };
      const message = rules === undefined ? fresh : { ...fresh, sequence: nextSequence() };
      rules?.remember(message);
      keep(message, now + (options.delaySeconds ?? settings.delaySeconds ?? 0) * 1000);
      return message;
    },
    take: (message) => keep(rules === undefined ? message : { ...message, sequence: nextSequence() }, Date.now()),
    receive: (limit, visibilitySeconds = settings.visibilitySeconds) => {
      const now = Date.now();
      const waiting = rules === undefined ? new Set() : groupsInFlight(messages.values(), now);
      const received: Message[] = [];
      for (const held of messages.values()) {
        const { stored } = held;
        if (received.length >= limit) break;
        if (held.visibleAt > now || waiting.has(stored.groupId)) continue;
        if (stored.sentAt + settings.retentionSeconds * 1000 < now) {
          drop(stored.id);
        } else if (redrive !== undefined && held.receiveCount >= redrive.maxReceives) {
          redrive.to().take(stored);
          drop(stored.id);
        } else {
          held.receiveCount += 1;
          held.firstReceivedAt ||= now;
          held.receipt = `${stored.id}/${randomUUID()}`;
          held.visibleAt = now + visibilitySeconds * 1000;
          const { receipt, receiveCount, firstReceivedAt } = held;
          received.push({ ...stored, receipt, receiveCount, firstReceivedAt });
        }
      }
      return received;
    },
    discard: drop,
    delete: (receipt) => drop(byReceipt(receipt)?.stored.id ?? ''),
    changeVisibility: (receipt, seconds) => {
      const message = byReceipt(receipt);
      if (message === undefined) return;
      message.visibleAt = Date.now() + seconds * 1000;
      changed();
    },
    size: () => {
      const now = Date.now();
      const visible = [...messages.values()].filter(({ visibleAt }) => visibleAt <= now).length;
      return { visible, inFlight: messages.size - visible };
    },
    onChange: (listener) => listeners.push(listener),
  };
}
