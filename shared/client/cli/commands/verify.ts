import type { Command } from 'commander';
import { httpRecord, RecordUnreadable } from '#shared/verification/http-record.ts';
import { verify } from '#shared/verification/verify.ts';
import { RecordBroken } from '#shared/verification/verify-block.ts';
import { CommandFailed, exitCodes } from '../exit-codes.ts';
import { addressOf, clientFor, type GlobalOptions } from '../session.ts';
import { say } from '../terminal.ts';

/** `chancery verify` */
export const verifyCommand = (program: Command): Command =>
  program
    .command('verify')
    .description('Proves the hash chains, the gapless versions and positions, and that the feed is the ledger')
    .addHelpText('after', '\nExample:\n  chancery verify --json\n')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const token = await (await clientFor(options)).accessToken();
      const verified = await verify(httpRecord(await addressOf(options), token ?? '')).catch((error: unknown) => {
        if (error instanceof RecordBroken) throw new CommandFailed(`broken at ${error.message}`, exitCodes.refused);
        if (error instanceof RecordUnreadable) throw new CommandFailed(error.message, exitCodes.refused);
        throw error;
      });
      if (options.json === true) return say(JSON.stringify(verified));
      for (const [what, value] of Object.entries(verified)) say(`${what} ${value}`);
    });
