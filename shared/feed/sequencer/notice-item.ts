import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Commit } from '#shared/ledger/commit.ts';
import { commitFrom } from '#shared/ledger/commit-item.ts';
import type { CommitNotice } from './pending-commits.ts';

type Item = Readonly<Record<string, AttributeValue>>;

/** Bytes of items in one message: a queue takes 256 KB, and fewer messages cost less. */
export const maxMessageBytes = 200 * 1024;

/** New items of the ledger in one message. */
export interface NoticeMessage {
  /** The index of its first item among all packed items. */
  readonly first: number;
  readonly body: string;
}

/**
 * Packs items of the ledger into messages, in order. An item larger than a message is only named; the sequencer reads
 * it from the ledger.
 */
export function packItems(items: readonly Item[]): NoticeMessage[] {
  const messages: { first: number; texts: string[]; bytes: number }[] = [];
  for (const [index, item] of items.entries()) {
    const whole = JSON.stringify(item);
    const text =
      Buffer.byteLength(whole) < maxMessageBytes
        ? whole
        : JSON.stringify({ stream: item.stream, version: item.version });
    const bytes = Buffer.byteLength(text) + 1;
    const open = messages.at(-1);
    if (open === undefined || open.bytes + bytes > maxMessageBytes) {
      messages.push({ first: index, texts: [text], bytes });
    } else {
      open.texts.push(text);
      open.bytes += bytes;
    }
  }
  return messages.map(({ first, texts }) => ({ first, body: `[${texts.join(',')}]` }));
}

/** Unpacks a message. An item that is not a valid commit still names its stream; throws when it names none. */
export function unpackItems(body: string): (Commit | CommitNotice)[] {
  const items: unknown = JSON.parse(body);
  if (!Array.isArray(items)) throw new Error('Expected an array of ledger items');
  return items.map((item: Item) => {
    try {
      return commitFrom({ ...item });
    } catch {
      const stream = item.stream?.S;
      const version = Number(item.version?.N);
      if (stream === undefined || !Number.isSafeInteger(version))
        throw new Error('Expected items with stream and version');
      return { stream, version };
    }
  });
}
