import type { Command } from 'commander';
import { clientFor, type GlobalOptions } from '../session.ts';
import { grouped, note, say, table } from '../terminal.ts';

interface SourcesOptions extends GlobalOptions {
  readonly from?: string;
  readonly to?: string;
}

/** `chancery sources` */
export const sourcesCommand = (program: Command): Command =>
  program
    .command('sources')
    .argument('[publisher]', 'the beginning of its name')
    .description('Lists who reports, how independently, and how often it is confirmed or denied')
    .option('--from <month>', 'of events from this month on')
    .option('--to <month>', 'of events up to this month')
    .addHelpText('after', '\nExamples:\n  chancery sources\n  chancery sources dunya --from 2025-01 --json\n')
    .action(async (publisher: string | undefined, _: unknown, command: Command) => {
      const { from, to, json, ...options } = command.optsWithGlobals<SourcesOptions>();
      const query = { ...(publisher && { publisher }), ...(from && { from }), ...(to && { to }) };
      const found = await Array.fromAsync((await clientFor(options)).list('/sources', { query }));
      if (json === true) return found.forEach((source) => say(JSON.stringify(source)));
      if (found.length === 0) return note('No sources.');
      const rows = found.map((source) => [
        ...[source.events, source.corroborated, source.confirmed, source.denied, source.retracted].map(grouped),
        source.firstMonth ?? '–',
        source.lastMonth ?? '–',
        source.publisher,
      ]);
      say(table([['events', 'corroborated', 'confirmed', 'denied', 'retracted', 'first', 'last', 'source'], ...rows]));
    });
