import type { Command } from 'commander';
import { eventLine } from '../event-line.ts';
import { CommandFailed } from '../exit-codes.ts';
import { relationTable } from '../relation-table.ts';
import { clientFor, type GlobalOptions } from '../session.ts';
import { showEvents, type ShowOptions, withLimitOption } from '../show-events.ts';
import { note, say } from '../terminal.ts';

interface ReadOptions extends GlobalOptions, Pick<ShowOptions, 'limit'> {
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: string;
  readonly reported?: boolean;
  readonly diff?: string;
  readonly type?: string[];
  readonly topic?: string[];
  readonly q?: string;
  readonly order?: 'newest' | 'oldest';
}

/** `chancery timeline` */
export const timelineCommand = (program: Command): Command =>
  withLimitOption(program.command('timeline'))
    .argument('<dyad>', 'two parties, such as BGD-PAK')
    .description('Shows what happened between two parties')
    .option('--from <day>')
    .option('--to <day>')
    .option('--type <name...>', 'events of these types')
    .option('--topic <slug...>', 'events about one of these')
    .option('--q <text>', 'events with these words: beginnings of words, and "phrases" in double quotes')
    .option('--as-of <instant>', 'as it was known then')
    .option('--reported', 'with --as-of: by what was reported then, whenever it was recorded')
    .option('--order <order>', 'newest or oldest first', 'newest')
    .addHelpText(
      'after',
      '\nExamples:\n  chancery timeline BGD-PAK --from 2024-08-01\n  chancery timeline BGD-PAK --as-of 2025-01-16T00:00:00Z --reported --json\n',
    )
    .action(async (dyad: string, _: unknown, command: Command) => {
      const { from, to, asOf, reported, type, topic, q, order, limit, ...options } =
        command.optsWithGlobals<ReadOptions>();
      requireInstant(asOf, reported);
      const client = await clientFor(options);
      const query = {
        ...(from && { from }),
        ...(to && { to }),
        ...(asOf && { asOf }),
        ...(reported && { knownBy: 'reported' as const }),
        ...(type && { types: type.join(',') }),
        ...(topic && { topics: topic.join(',') }),
        ...(q !== undefined && { q }),
        ...(order && { order }),
        ...(limit !== undefined && { limit: Math.min(limit, 1000) }),
      };
      const entries = client.list('/relations/{dyad}/timeline', { path: { dyad }, query });
      await showEvents(entries, { ...(options.json && { json: true }), ...(limit !== undefined && { limit }) });
    });

/** `chancery relation` */
export const relationCommand = (program: Command): Command =>
  program
    .command('relation')
    .argument('<dyad>', 'two parties, such as BGD-PAK')
    .description('Shows how a relation is: last contacts, index, agreements, representation, sanctions')
    .option('--as-of <instant>', 'as it was known then')
    .option('--reported', 'with --as-of: by what was reported then, whenever it was recorded')
    .option('--diff <from..to>', 'what changed between two instants in what is known')
    .addHelpText(
      'after',
      '\nExamples:\n  chancery relation BGD-PAK\n  chancery relation BGD-PAK --diff 2025-01-13T00:00:00Z..2025-01-20T00:00:00Z --reported\n',
    )
    .action(async (dyad: string, _: unknown, command: Command) => {
      const { asOf, reported, diff, ...options } = command.optsWithGlobals<ReadOptions>();
      if (diff === undefined) requireInstant(asOf, reported);
      const client = await clientFor(options);
      const knownBy = reported && { knownBy: 'reported' as const };
      if (diff !== undefined) return sayDiff(client, dyad, { ...instantsOf(diff), ...knownBy }, options.json === true);
      const query = { ...(asOf && { asOf }), ...knownBy };
      const relation = await client.get('/relations/{dyad}', { path: { dyad }, query });
      if (options.json === true) return say(JSON.stringify(relation));
      say(relationTable(relation));
    });

/** What was reported is asked of an instant. */
function requireInstant(asOf: string | undefined, reported: boolean | undefined): void {
  if (reported === true && asOf === undefined)
    throw new CommandFailed('--reported takes an instant with it: --as-of 2025-01-16T00:00:00Z');
}

/** Reads the two instants of `from..to`; the service says whether each is one. */
function instantsOf(text: string): { readonly from: string; readonly to: string } {
  const [from, to, ...more] = text.split('..');
  if (!from || !to || more.length > 0)
    throw new CommandFailed(
      `--diff takes two instants, such as 2025-01-13T00:00:00Z..2025-01-20T00:00:00Z, not "${text}"`,
    );
  return { from, to };
}

type Client = Awaited<ReturnType<typeof clientFor>>;
type DiffQuery = ReturnType<typeof instantsOf> & { readonly knownBy?: 'reported' };

/** Shows what changed between two instants, page by page. */
async function sayDiff(client: Client, dyad: string, query: DiffQuery, asJson: boolean): Promise<void> {
  const asked = { path: { dyad }, query: { ...query, limit: 1000 } };
  let shown = 0;
  for await (const item of client.list('/relations/{dyad}/diff', asked)) {
    shown += 1;
    const { kind, event, differences } = item;
    if (asJson) say(JSON.stringify(item));
    else say(`${kind.padEnd(10)}${eventLine(event)}${differences.map(({ pointer }) => ` ${pointer}`).join('')}`);
  }
  if (shown === 0) note('Nothing changed.');
}
