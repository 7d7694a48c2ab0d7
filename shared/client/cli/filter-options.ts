import type { Command } from 'commander';
import * as z from 'zod';
import type { FollowFilter } from '#shared/client/feed-query.ts';
import { CommandFailed } from './exit-codes.ts';

/** The options of a command that selects events. */
export interface FilterOptions {
  readonly party?: string[];
  readonly dyad?: string[];
  readonly type?: string[];
  readonly topic?: string[];
  readonly q?: string;
}

/** Adds the options that select events to a command. */
export const withFilterOptions = (command: Command): Command =>
  command
    .option('--party <code...>', 'events in which one of these takes part')
    .option('--dyad <dyad...>', 'events between these two, such as BGD-PAK')
    .option('--type <name...>', 'events of these types')
    .option('--topic <slug...>', 'events about one of these')
    .option('--q <text>', 'events with these words: beginnings of words, and "phrases" in double quotes');

/** Makes the filter that the options say. */
export const filterIn = ({ party, dyad, type, topic, q }: FilterOptions): FollowFilter => ({
  ...(party && { parties: party }),
  ...(dyad && { dyads: dyad }),
  ...(type && { types: type as never }),
  ...(topic && { topics: topic }),
  ...(q !== undefined && { q }),
});

const list = z.array(z.string()).min(1);
const GivenFilter = z.strictObject({
  types: list.optional(),
  parties: z.union([list, z.strictObject({ any: list.optional(), all: list.optional() })]).optional(),
  dyads: list.optional(),
  topics: list.optional(),
  quadClasses: list.optional(),
  modality: list.optional(),
  minCredibility: z.int().optional(),
  q: z.string().optional(),
});

/** Reads a filter that is given as JSON; the API says whether its values exist. */
export function givenFilter(text: string): FollowFilter {
  const given = z.safeParse(GivenFilter, jsonIn(text));
  if (given.success) return given.data as FollowFilter;
  const [issue] = given.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`;
  throw new CommandFailed(`--filter${place}: ${issue?.message}; expected JSON such as {"topics": ["defence-ties"]}`);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandFailed(`--filter takes JSON such as {"topics": ["defence-ties"]}, not ${text}`);
  }
}
