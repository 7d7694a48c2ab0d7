import type { Command } from 'commander';

/** `chancery verify` */
export const verifyCommand = (program: Command): Command =>
  program
    .command('verify')
    .description('Proves the hash chains, the gapless versions and positions, and that the feed is the ledger')
    .addHelpText('after', '\nExample:\n  chancery verify --json\n')
    .action(async (_: unknown, command: Command) => {
      const { runVerify } = await import('../run-verify.ts');
      await runVerify(command.optsWithGlobals());
    });
