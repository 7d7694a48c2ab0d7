import { type Command, InvalidArgumentError } from 'commander';
import { eventLine, type Shown } from './event-line.ts';
import { note, say } from './terminal.ts';

const usualEvents = 100;
const mostEvents = 1_000_000;

/** The options of a command that shows events. */
export interface ShowOptions {
  readonly json?: boolean;
  readonly limit?: number;
}

/** Adds `--limit`, the most events to show, to a command. */
export const withLimitOption = (command: Command): Command =>
  command.option('--limit <n>', 'events at most', countIn, usualEvents);

/** Reads a number of events; throws `InvalidArgumentError` for what is no whole number from 1 to 1 000 000. */
export function countIn(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0 && count <= mostEvents) return count;
  throw new InvalidArgumentError(`Expected a whole number of events from 1 to ${mostEvents}.`);
}

/** Prints events until the limit, each as a line of text or of JSON, and notes where there is none. */
export async function showEvents(
  events: AsyncIterable<Shown>,
  { json = false, limit = usualEvents }: ShowOptions,
): Promise<void> {
  let shown = 0;
  for await (const event of events) {
    say(json ? JSON.stringify(event) : eventLine(event));
    shown += 1;
    if (shown >= limit) break;
  }
  if (shown === 0) note('No events.');
}
