import { type Command, InvalidArgumentError } from 'commander';
import { type FeedHead, feedHeadIn } from '#shared/verification/feed-head-in.ts';
import { httpRecord, RecordUnreadable } from '#shared/verification/http-record.ts';
import { verify } from '#shared/verification/verify.ts';
import { RecordBroken } from '#shared/verification/verify-block.ts';
import { endOfFeed } from '../end-of-feed.ts';
import { CommandFailed, exitCodes } from '../exit-codes.ts';
import { addressOf, clientFor, type GlobalOptions } from '../session.ts';
import { say } from '../terminal.ts';
import { shownRecord } from '../verify-progress.ts';

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
      const { expect, ...options } = command.optsWithGlobals<VerifyOptions>();
      const client = await clientFor(options);
      const read = httpRecord(await addressOf(options), (await client.accessToken()) ?? '');
      const quiet = options.json === true;
      const { record, stop } = shownRecord(read, quiet ? 0 : await endOfFeed(client), quiet);
      const verified = await verify(record, expect)
        .finally(stop)
        .catch((error: unknown) => {
          if (error instanceof RecordBroken) throw new CommandFailed(`broken at ${error.message}`, exitCodes.refused);
          if (error instanceof RecordUnreadable) throw new CommandFailed(error.message, exitCodes.refused);
          throw error;
        });
      if (options.json === true) return say(JSON.stringify(verified));
      for (const [what, value] of Object.entries(verified)) say(`${what} ${value}`);
      if (verified.positions > 0) say(`head ${verified.positions}:${verified.hash}`);
    });

interface VerifyOptions extends GlobalOptions {
  readonly expect: readonly FeedHead[];
}

function notedHeads(text: string, before: readonly FeedHead[]): readonly FeedHead[] {
  const head = feedHeadIn(text);
  if (head !== undefined) return [...before, head];
  throw new InvalidArgumentError('Expected POSITION:HASH, as the line "head" shows it.');
}
