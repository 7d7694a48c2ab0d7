import type { Command } from 'commander';
import { CommandFailed } from '../exit-codes.ts';
import { clientFor, type GlobalOptions } from '../session.ts';
import { note, say } from '../terminal.ts';

interface SubscribeOptions extends GlobalOptions {
  readonly party?: string[];
  readonly dyad?: string[];
  readonly type?: string[];
  readonly from?: string;
}

/** `chancery subscribe` */
export const subscribeCommand = (program: Command): Command =>
  program
    .command('subscribe')
    .argument('<url>', 'where to post the events')
    .description('Makes a webhook subscription and prints it with its secret, which is shown this once')
    .option('--party <code...>', 'events in which one of these takes part')
    .option('--dyad <dyad...>', 'events between these two')
    .option('--type <name...>', 'events of these types')
    .option('--from <place>', '"now" or "beginning"', 'now')
    .addHelpText('after', '\nExample:\n  chancery subscribe https://example.org/hook --party BGD\n')
    .action(async (target: string, _: unknown, command: Command) => {
      const { party, dyad, type, from, ...options } = command.optsWithGlobals<SubscribeOptions>();
      if (!URL.canParse(target)) throw new CommandFailed(`Expected an address, not "${target}"`);
      const filter = {
        ...(party && { parties: { any: party } }),
        ...(dyad && { dyads: dyad }),
        ...(type && { types: type }),
      };
      const made = await (
        await clientFor(options)
      ).call.post<{ readonly id: string; readonly secret: string }>('/subscriptions', { url: target, filter, from });
      if (options.json === true) return say(JSON.stringify(made));
      say(`subscription ${made.id}\nsecret       ${made.secret}`);
      note('Keep the secret: it is not shown again. verifyWebhook(secret, body, headers) checks what comes.');
    });
