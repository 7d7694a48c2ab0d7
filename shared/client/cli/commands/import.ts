import type { Command } from 'commander';
import { sources } from '#shared/client/imports/sources.ts';

/** `chancery import` */
export const importCommand = (program: Command): Command =>
  program
    .command('import')
    .argument('<source>', `${sources.join(', ')} or csv`)
    .argument('<files...>', 'files in the format of the source, also .gz; "-" for standard input')
    .description('Records the events of files; repeated or resumed, it records nothing twice')
    .option('--dry-run', 'report the same without posting anything, as far as that can be known')
    .option('--map <file>', 'a map of your own (YAML); csv needs one')
    .option('--since <day>', 'leave out what happened before')
    .option('--resume', 'go on where an interrupted import ended')
    .option(
      '--report <file>',
      'where the report goes as JSON, with its tables in an .md beside it (default chancery-import-SOURCE.json)',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  chancery import icews events.2018.tab --dry-run\n  chancery import gdelt2 *.export.CSV\n  chancery import csv visits.csv --map visits.yaml\n  chancery import gdelt2 *.export.CSV --resume\n',
    )
    .action(async (source: string, files: string[], _: unknown, command: Command) => {
      const { runImport } = await import('../run-import.ts');
      await runImport(source, files, command.optsWithGlobals());
    });
