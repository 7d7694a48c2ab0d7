import type { Command } from 'commander';
import { eventLine } from '../event-line.ts';
import { filterIn, type FilterOptions, withFilterOptions } from '../filter-options.ts';
import { clientFor, type GlobalOptions } from '../session.ts';
import { countIn } from '../show-events.ts';
import { interruption, note, say } from '../terminal.ts';

interface FollowCommandOptions extends GlobalOptions, FilterOptions {
  readonly after?: string;
  readonly count?: number;
}

/** `chancery follow` */
export const followCommand = (program: Command): Command =>
  withFilterOptions(program.command('follow').description('Shows each event as it is recorded, a line per event'))
    .option('--after <cursor>', 'a cursor that was printed before, or "beginning"')
    .option('--count <n>', 'end after so many events', countIn)
    .addHelpText(
      'after',
      '\nExamples:\n  chancery follow --party BGD\n  chancery follow --after beginning --json | jq .type\n',
    )
    .action(async (_: unknown, command: Command) => {
      const { after, count, ...options } = command.optsWithGlobals<FollowCommandOptions>();
      const client = await clientFor(options);
      let cursor: string | undefined;
      const signal = interruption();
      let shown = 0;
      for await (const event of client.follow(filterIn(options), { after, signal, onCursor: (at) => (cursor = at) })) {
        say(options.json === true ? JSON.stringify(event) : eventLine(event));
        shown += 1;
        if (shown === count) break;
      }
      if (signal.aborted && cursor !== undefined) note(`Go on with: chancery follow --after ${cursor}`);
    });
