import { type Command, Option } from 'commander';
import { formats } from '#shared/client/exports/formats.ts';
import { withFilterOptions } from '../filter-options.ts';

/** `chancery export` */
export const exportCommand = (program: Command): Command =>
  withFilterOptions(
    program
      .command('export')
      .description('Writes the events of the record to files, gapless up to a position that the manifest names'),
  )
    .addOption(new Option('--format <format>', 'the format of the files').choices(formats).default('jsonl'))
    .option('--out <folder>', 'where to', 'chancery-export')
    .addOption(
      new Option('--view <view>', 'as corrected, or as it was recorded')
        .choices(['corrected', 'raw'])
        .default('corrected'),
    )
    .option('--filter <json>', 'a filter, as subscriptions have it: {"topics": ["defence-ties"]}')
    .option('--as-of <instant>', 'as it was known then')
    .option('--withdrawn', 'also events that were retracted or merged')
    .option('--replace', 'also into a folder that has files: those of an earlier export in it are removed')
    .option('--resume', 'go on where an interrupted export ended')
    .addHelpText(
      'after',
      '\nExamples:\n  chancery export --format parquet --out record\n  chancery export --format csv --dyad BGD-PAK --view raw\n',
    )
    .action(async (_: unknown, command: Command) => {
      const { runExport } = await import('../run-export.ts');
      await runExport(command.optsWithGlobals());
    });
