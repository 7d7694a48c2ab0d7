import type { Command } from 'commander';
import { eventLine } from '../event-line.ts';
import { clientFor, type GlobalOptions } from '../session.ts';
import { interruption, note, say } from '../terminal.ts';

interface FollowCommandOptions extends GlobalOptions {
  readonly party?: string[];
  readonly dyad?: string[];
  readonly type?: string[];
  readonly topic?: string[];
  readonly after?: string;
  readonly count?: number;
}

/** `chancery follow` */
export const followCommand = (program: Command): Command =>
  program
    .command('follow')
    .description('Shows each event as it is recorded, a line per event')
    .option('--party <code...>', 'events in which one of these takes part')
    .option('--dyad <dyad...>', 'events between these two, such as BGD-PAK')
    .option('--type <name...>', 'events of these types')
    .option('--topic <slug...>', 'events about one of these')
    .option('--after <cursor>', 'a cursor that was printed before, or "beginning"')
    .option('--count <n>', 'end after so many events', Number)
    .addHelpText(
      'after',
      '\nExamples:\n  chancery follow --party BGD\n  chancery follow --after beginning --json | jq .type\n',
    )
    .action(async (_: unknown, command: Command) => {
      const { party, dyad, type, topic, after, count, ...options } = command.optsWithGlobals<FollowCommandOptions>();
      const client = await clientFor(options);
      const filter = {
        ...(party && { parties: party }),
        ...(dyad && { dyads: dyad }),
        ...(type && { types: type as never }),
        ...(topic && { topics: topic }),
      };
      let cursor: string | undefined;
      const signal = interruption();
      let shown = 0;
      for await (const event of client.follow(filter, { after, signal, onCursor: (at) => (cursor = at) })) {
        say(options.json === true ? JSON.stringify(event) : eventLine(event));
        shown += 1;
        if (shown === count) break;
      }
      if (signal.aborted && cursor !== undefined) note(`Go on with: chancery follow --after ${cursor}`);
    });
