import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { storedMessage, type StoredMessage } from './queue-message.ts';

const entrySchema = z.union([z.object({ sent: storedMessage }), z.object({ deleted: z.string() })]);
type Entry = z.input<typeof entrySchema>;

export interface QueueJournal {
  /** The messages that were there when the journal was opened, oldest first. */
  readonly kept: readonly StoredMessage[];
  readonly sent: (message: StoredMessage) => void;
  readonly deleted: (id: string) => void;
  /** Says that no message is left. */
  readonly emptied: () => void;
}

/** Opens the file by which the messages of a queue outlive the process. What was received meanwhile is received anew. */
export function openJournal(file: string): QueueJournal {
  const messages = new Map<string, StoredMessage>();
  for (const line of existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []) {
    const entry = entrySchema.safeParse(parseLine(line)); // the last line may be half written by a killed process
    if (!entry.success) continue;
    if ('deleted' in entry.data) messages.delete(entry.data.deleted);
    else messages.set(entry.data.sent.id, entry.data.sent);
  }
  const line = (entry: Entry) => `${JSON.stringify(entry)}\n`;
  writeFileSync(`${file}.new`, [...messages.values()].map((sent) => line({ sent })).join(''));
  renameSync(`${file}.new`, file);
  return {
    kept: [...messages.values()],
    sent: (message) => appendFileSync(file, line({ sent: message })),
    deleted: (id) => appendFileSync(file, line({ deleted: id })),
    emptied: () => writeFileSync(file, ''),
  };
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
