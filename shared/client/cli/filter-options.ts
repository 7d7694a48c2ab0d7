import type { Command } from 'commander';
import type { FollowFilter } from '#shared/client/feed-query.ts';

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
