import type { Command } from 'commander';
import { filterOf } from '#shared/client/feed-query.ts';
import { CommandFailed } from '../exit-codes.ts';
import { filterIn, type FilterOptions, withFilterOptions } from '../filter-options.ts';
import { clientFor, type GlobalOptions } from '../session.ts';
import { note, say } from '../terminal.ts';

interface SubscribeOptions extends GlobalOptions, FilterOptions {
  readonly from?: string;
}

/** `chancery subscribe` */
export const subscribeCommand = (program: Command): Command =>
  withFilterOptions(
    program
      .command('subscribe')
      .argument('<url>', 'where to post the events')
      .description('Makes a webhook subscription and prints it with its secret, which is shown this once'),
  )
    .option('--from <place>', '"now" or "beginning"', 'now')
    .addHelpText('after', '\nExample:\n  chancery subscribe https://example.org/hook --party BGD\n')
    .action(async (target: string, _: unknown, command: Command) => {
      const { from, ...options } = command.optsWithGlobals<SubscribeOptions>();
      if (!URL.canParse(target)) throw new CommandFailed(`Expected an address, not "${target}"`);
      const filter = filterOf(filterIn(options));
      const made = await (
        await clientFor(options)
      ).call.post<{ readonly id: string; readonly secret: string }>('/subscriptions', { url: target, filter, from });
      if (options.json === true) return say(JSON.stringify(made));
      say(`subscription ${made.id}\nsecret       ${made.secret}`);
      note('Keep the secret: it is not shown again. verifyWebhook(secret, body, headers) checks what comes.');
    });
