import { createHash, randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as z from 'zod';

const storedSchema = z.object({
  id: z.string(),
  body: z.string(),
  attributes: z.record(z.string(), z.string()),
  sentAt: z.number(),
});
const journalSchema = z.union([z.object({ sent: storedSchema }), z.object({ deleted: z.string() })]);

export interface Message extends z.output<typeof storedSchema> {
  readonly receipt: string;
  readonly receiveCount: number;
}

export interface QueueSettings {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  /** Journal of the messages, so that they outlive the process. */
  readonly file: string;
  readonly visibilitySeconds: number;
  readonly retentionSeconds: number;
  readonly redrive?: { readonly to: () => Queue; readonly maxReceives: number };
}

/** A standard SQS queue: at least once, in no promised order. */
export interface Queue {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  /** Keeps a message, with string message attributes; returns its id. */
  readonly send: (body: string, attributes?: Readonly<Record<string, string>>, delaySeconds?: number) => string;
  readonly receive: (limit: number, visibilitySeconds?: number) => Message[];
  /** Deletes by the id that `send` gave, for a sender that has dealt with its message itself. */
  readonly discard: (id: string) => void;
  /** Deletes by receipt; one that is unknown is ignored, as SQS does. */
  readonly delete: (receipt: string) => void;
  readonly changeVisibility: (receipt: string, seconds: number) => void;
  readonly size: () => { visible: number; inFlight: number };
}

export const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** Opens a queue with the messages that its journal still holds. */
export function openQueue(settings: QueueSettings): Queue {
  const messages = new Map<string, Message & { visibleAt: number }>();
  for (const line of existsSync(settings.file) ? readFileSync(settings.file, 'utf8').split('\n') : []) {
    const entry = journalSchema.safeParse(parseLine(line)); // the last line may be half written by a killed process
    if (!entry.success) continue;
    if ('deleted' in entry.data) messages.delete(entry.data.deleted);
    else messages.set(entry.data.sent.id, { ...entry.data.sent, receipt: '', receiveCount: 0, visibleAt: 0 });
  }
  const stored = ({ id, body, attributes, sentAt }: Message) => ({ id, body, attributes, sentAt });
  writeFileSync(
    `${settings.file}.new`,
    [...messages.values()].map((message) => `${JSON.stringify({ sent: stored(message) })}\n`).join(''),
  );
  renameSync(`${settings.file}.new`, settings.file);
  const record = (entry: z.input<typeof journalSchema>) => appendFileSync(settings.file, `${JSON.stringify(entry)}\n`);

  const drop = (id: string) => {
    if (!messages.delete(id)) return;
    if (messages.size === 0) writeFileSync(settings.file, '');
    else record({ deleted: id });
  };
  const byReceipt = (receipt: string) => [...messages.values()].find((message) => message.receipt === receipt);

  const send: Queue['send'] = (body, attributes = {}, delaySeconds = 0) => {
    const message = { id: randomUUID(), body, attributes, sentAt: Date.now() };
    record({ sent: message });
    messages.set(message.id, { ...message, receipt: '', receiveCount: 0, visibleAt: Date.now() + delaySeconds * 1000 });
    return message.id;
  };

  return {
    name: settings.name,
    arn: settings.arn,
    url: settings.url,
    send,
    receive: (limit, visibilitySeconds = settings.visibilitySeconds) => {
      const now = Date.now();
      const received: Message[] = [];
      for (const message of messages.values()) {
        if (received.length >= limit) break;
        if (message.visibleAt > now) continue;
        if (message.sentAt + settings.retentionSeconds * 1000 < now) {
          drop(message.id);
        } else if (settings.redrive !== undefined && message.receiveCount >= settings.redrive.maxReceives) {
          settings.redrive.to().send(message.body, message.attributes);
          drop(message.id);
        } else {
          const taken = { ...message, receiveCount: message.receiveCount + 1, receipt: randomUUID() };
          messages.set(message.id, { ...taken, visibleAt: now + visibilitySeconds * 1000 });
          received.push(taken);
        }
      }
      return received;
    },
    discard: drop,
    delete: (receipt) => drop(byReceipt(receipt)?.id ?? ''),
    changeVisibility: (receipt, seconds) => {
      const message = byReceipt(receipt);
      if (message !== undefined) message.visibleAt = Date.now() + seconds * 1000;
    },
    size: () => {
      const now = Date.now();
      const visible = [...messages.values()].filter(({ visibleAt }) => visibleAt <= now).length;
      return { visible, inFlight: messages.size - visible };
    },
  };
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
