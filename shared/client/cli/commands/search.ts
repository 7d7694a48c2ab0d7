import type { Command } from 'commander';
import type { Chancery } from '#shared/client/chancery.ts';
import { CommandFailed } from '../exit-codes.ts';
import type { Shown } from '../event-line.ts';
import { clientFor, type GlobalOptions } from '../session.ts';
import { showEvents, type ShowOptions, withLimitOption } from '../show-events.ts';
import { interruption } from '../terminal.ts';

interface SearchOptions extends GlobalOptions, Pick<ShowOptions, 'limit'> {
  readonly dyad?: string;
  readonly party?: string;
  readonly type?: string[];
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: string;
}

/** `chancery search` */
export const searchCommand = (program: Command): Command =>
  withLimitOption(program.command('search'))
    .argument('<text...>', 'beginnings of words, and "phrases" in double quotes')
    .description('Finds events by the words of their summaries, titles, names and topics')
    .option('--dyad <dyad>', 'between these two, the newest first')
    .option('--party <code>', 'that name this party, the newest first')
    .option('--type <name...>', 'events of these types')
    .option('--from <day>', 'with --dyad or --party')
    .option('--to <day>', 'with --dyad or --party')
    .option('--as-of <instant>', 'as it was known then, with --dyad or --party')
    .addHelpText(
      'after',
      '\nWithout --dyad or --party the whole feed is read, in the order of recording.\n' +
        `\nExamples:\n  chancery search hasina --party BGD\n  chancery search '"military intelligence" dhaka'\n`,
    )
    .action(async (words: string[], _: unknown, command: Command) => {
      const options = command.optsWithGlobals<SearchOptions>();
      const client = await clientFor(options);
      await showEvents(eventsFound(client, words.join(' '), options), options);
    });

/** Reads the events that a text is in: of the list that the options name, or of the feed. */
function eventsFound(client: Chancery, q: string, options: SearchOptions): AsyncGenerator<Shown> {
  const { dyad, party, type, from, to, asOf } = options;
  if (dyad !== undefined && party !== undefined)
    throw new CommandFailed('Search either one relation with --dyad or one party with --party');
  const ofList = { ...(from && { from }), ...(to && { to }), ...(asOf && { asOf }) };
  const query = { q, ...(type && { types: type.join(',') }), ...ofList };
  if (dyad !== undefined) return client.list('/relations/{dyad}/timeline', { path: { dyad }, query });
  if (party !== undefined) return client.list('/parties/{party}/events', { path: { party }, query });
  const [first] = Object.keys(ofList);
  if (first !== undefined) throw new CommandFailed('--from, --to and --as-of need --dyad or --party');
  return client.feed({ q, ...(type && { types: type as never }) }, { signal: interruption() });
}
