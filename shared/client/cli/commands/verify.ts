import { type Command, InvalidArgumentError } from 'commander';
import { type FeedHead, feedHeadIn } from '#shared/verification/feed-head-in.ts';

/** `chancery verify` */
export const verifyCommand = (program: Command): Command =>
  program
    .command('verify')
    .description('Proves the hash chains, the gapless versions and positions, and that the feed is the ledger')
    .option('--expect <position:hash>', 'a head that was noted, as of an export: may be repeated', notedHeads, [])
    .addHelpText(
      'after',
      '\nExamples:\n  chancery verify --json\n  chancery verify --expect "$(jq -r \'.record | "\\(.position):\\(.hash)"\' record/manifest.json)"\n',
    )
    .action(async (_: unknown, command: Command) => {
      const { runVerify } = await import('../run-verify.ts');
      await runVerify(command.optsWithGlobals());
    });

function notedHeads(text: string, before: readonly FeedHead[]): readonly FeedHead[] {
  const head = feedHeadIn(text);
  if (head !== undefined) return [...before, head];
  throw new InvalidArgumentError('Expected POSITION:HASH, as the line "head" shows it.');
}
