import { spawn } from 'node:child_process';
import type { Command } from 'commander';
import { chancery } from '#shared/client/chancery.ts';
import { CommandFailed, exitCodes } from '../exit-codes.ts';
import { addressOf, clientFor, forgetLogin, type GlobalOptions, keepLogin } from '../session.ts';
import { say } from '../terminal.ts';

interface LoginOptions extends GlobalOptions {
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly tokenUrl?: string;
  readonly out?: boolean;
}

/** `chancery login` */
export const loginCommand = (program: Command): Command =>
  program
    .command('login')
    .description("Keeps a machine client's credentials for the other commands, after trying them")
    .option('--client-id <id>', 'the client (or CHANCERY_CLIENT_ID)')
    .option('--client-secret <secret>', 'its secret (or CHANCERY_CLIENT_SECRET, which no list of processes shows)')
    .option('--token-url <url>', 'the token endpoint: the output TokenUrl of the stack')
    .option('--out', 'forget them')
    .addHelpText(
      'after',
      '\nExample:\n  chancery login --url https://….amazonaws.com --token-url https://…/oauth2/token --client-id …\n',
    )
    .action(async (_: unknown, command: Command) => {
      const { clientId, clientSecret, tokenUrl, out, sockets, ...options } = command.optsWithGlobals<LoginOptions>();
      if (out === true) return forgetLogin();
      const credentials = {
        clientId: clientId ?? process.env['CHANCERY_CLIENT_ID'] ?? '',
        clientSecret: clientSecret ?? process.env['CHANCERY_CLIENT_SECRET'] ?? '',
        ...(tokenUrl !== undefined && { tokenUrl }),
      };
      if (credentials.clientId === '' || credentials.clientSecret === '')
        throw new CommandFailed('Say which client: --client-id, and --client-secret or CHANCERY_CLIENT_SECRET');
      const url = await addressOf(options);
      await chancery({ url, credentials }).accessToken();
      const file = await keepLogin({ url, ...credentials, ...(sockets !== undefined && { socketUrl: sockets }) });
      say(`Signed in at ${url}; kept in ${file}.`);
    });

/** `chancery token` */
export const tokenCommand = (program: Command): Command =>
  program
    .command('token')
    .description('Prints an access token')
    .addHelpText(
      'after',
      '\nExample:\n  curl -H "Authorization: Bearer $(chancery token)" http://127.0.0.1:3000/visits\n',
    )
    .action(async (_: unknown, command: Command) => {
      const token = await (await clientFor(command.optsWithGlobals<GlobalOptions>())).accessToken();
      if (token === undefined) throw new CommandFailed('There is no login: chancery login', exitCodes['no-token']);
      say(token);
    });

/** `chancery open` */
export const openCommand = (program: Command): Command =>
  program
    .command('open')
    .description('Opens the explorer in a browser, or the reference where there is no explorer')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const url = await addressOf(options);
      const explorer = new URL('/explore', url);
      const found = await fetch(explorer, { method: 'GET' }).catch(() => undefined);
      const page = found?.ok === true ? explorer : new URL('/docs', url);
      say(options.json === true ? JSON.stringify({ url: page.href }) : page.href);
      const opener = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open';
      // Without a browser the address that was printed is the result.
      spawn(opener, [page.href], { stdio: 'ignore', detached: true })
        .on('error', () => undefined)
        .unref();
    });
