import type { Command } from 'commander';
import { eventLine } from '../event-line.ts';
import { relationTable } from '../relation-table.ts';
import { clientFor, type GlobalOptions } from '../session.ts';
import { say } from '../terminal.ts';

interface ReadOptions extends GlobalOptions {
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: string;
  readonly type?: string[];
  readonly topic?: string[];
  readonly q?: string;
  readonly order?: 'newest' | 'oldest';
  readonly limit?: number;
}

/** `chancery timeline` */
export const timelineCommand = (program: Command): Command =>
  program
    .command('timeline')
    .argument('<dyad>', 'two parties, such as BGD-PAK')
    .description('Shows what happened between two parties')
    .option('--from <day>')
    .option('--to <day>')
    .option('--type <name...>', 'events of these types')
    .option('--topic <slug...>', 'events about one of these')
    .option('--q <text>', 'events with these words: beginnings of words, and "phrases" in double quotes')
    .option('--as-of <instant>', 'as it was known then')
    .option('--order <order>', 'newest or oldest first', 'newest')
    .option('--limit <n>', 'events at most', Number, 100)
    .addHelpText(
      'after',
      '\nExamples:\n  chancery timeline BGD-PAK --from 2024-08-01\n  chancery timeline BGD-PAK --as-of 2025-01-16T00:00:00Z --json\n',
    )
    .action(async (dyad: string, _: unknown, command: Command) => {
      const { from, to, asOf, type, topic, q, order, limit = 100, ...options } = command.optsWithGlobals<ReadOptions>();
      const client = await clientFor(options);
      const query = {
        ...(from && { from }),
        ...(to && { to }),
        ...(asOf && { asOf }),
        ...(type && { types: type.join(',') }),
        ...(topic && { topics: topic.join(',') }),
        ...(q !== undefined && { q }),
        ...(order && { order }),
        limit: Math.min(limit, 1000),
      };
      let shown = 0;
      for await (const entry of client.list('/relations/{dyad}/timeline', { path: { dyad }, query })) {
        say(options.json === true ? JSON.stringify(entry) : eventLine(entry));
        shown += 1;
        if (shown >= limit) break;
      }
    });

/** `chancery relation` */
export const relationCommand = (program: Command): Command =>
  program
    .command('relation')
    .argument('<dyad>', 'two parties, such as BGD-PAK')
    .description('Shows how a relation is: last contacts, index, agreements, representation, sanctions')
    .option('--as-of <instant>', 'as it was known then')
    .addHelpText('after', '\nExample:\n  chancery relation BGD-PAK\n')
    .action(async (dyad: string, _: unknown, command: Command) => {
      const { asOf, ...options } = command.optsWithGlobals<ReadOptions>();
      const client = await clientFor(options);
      const relation = await client.get('/relations/{dyad}', { path: { dyad }, query: { ...(asOf && { asOf }) } });
      if (options.json === true) return say(JSON.stringify(relation));
      say(relationTable(relation));
    });
