import { type Command, Option } from 'commander';
import { eventLine, phaseLine } from '../event-line.ts';
import { CommandFailed } from '../exit-codes.ts';
import { filterIn, type FilterOptions, withFilterOptions } from '../filter-options.ts';
import { clientFor, type GlobalOptions } from '../session.ts';
import { countIn } from '../show-events.ts';
import { interruption, note, say } from '../terminal.ts';
import type { Chancery } from '#shared/client/chancery.ts';
import type { FollowOptions } from '#shared/client/follow.ts';

interface FollowCommandOptions extends GlobalOptions, FilterOptions {
  readonly kinds: 'event' | 'phase';
  readonly after?: string;
  readonly count?: number;
}

/** `chancery follow` */
export const followCommand = (program: Command): Command =>
  withFilterOptions(program.command('follow').description('Shows each event as it is recorded, a line per event'))
    .addOption(
      new Option('--kinds <what>', 'phase: the changes of phase, with one --party or one --dyad, instead of events')
        .choices(['event', 'phase'])
        .default('event'),
    )
    .option('--after <cursor>', 'a cursor that was printed before, or "beginning"')
    .option('--count <n>', 'end after so many', countIn)
    .addHelpText(
      'after',
      `
Examples:
  chancery follow --party BGD
  chancery follow --after beginning --json | jq .type
  chancery follow --kinds phase --dyad BGD-PAK
`,
    )
    .action(async (_: unknown, command: Command) => {
      const { after, count, ...options } = command.optsWithGlobals<FollowCommandOptions>();
      const client = await clientFor(options);
      let cursor: string | undefined;
      const signal = interruption();
      let shown = 0;
      for await (const line of lines(client, options, { after, signal, onCursor: (at) => (cursor = at) })) {
        say(line);
        shown += 1;
        if (shown === count) break;
      }
      if (signal.aborted && cursor !== undefined) note(`Go on with the same command and --after ${cursor}`);
    });

/** What is followed, each as a line of text or of JSON. */
async function* lines(
  client: Chancery,
  options: Omit<FollowCommandOptions, 'after' | 'count'>,
  how: FollowOptions,
): AsyncGenerator<string> {
  const { kinds, json } = options;
  if (kinds === 'event') {
    for await (const event of client.follow(filterIn(options), how))
      yield json === true ? JSON.stringify(event) : eventLine(event);
    return;
  }
  let isExplained = json === true;
  for await (const change of client.followPhases(phaseFilterIn(options), how)) {
    if (!isExplained && change.bayesFactor !== undefined) note(bayesFactorInWords);
    isExplained ||= change.bayesFactor !== undefined;
    yield json === true ? JSON.stringify(change) : phaseLine(change);
  }
}

/** What the figure says that lines name; it is noted once. */
const bayesFactorInWords =
  'A Bayes factor says how many times better what is recorded fits with the change than without one: from 3 on it counts, from 20 on it is strong.';

/** The filter of changes of phase, which have no more than a dyad. */
function phaseFilterIn({ party = [], dyad = [], type, topic, q }: FilterOptions): { party?: string; dyad?: string } {
  if (party.length + dyad.length > 1 || type !== undefined || topic !== undefined || q !== undefined)
    throw new CommandFailed('--kinds phase takes one --party or one --dyad, and no other filter');
  const [[code], [pair]] = [party, dyad];
  return { ...(code !== undefined && { party: code }), ...(pair !== undefined && { dyad: pair }) };
}
