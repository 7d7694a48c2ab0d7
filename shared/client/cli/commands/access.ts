import { spawn } from 'node:child_process';
import { type Command, InvalidArgumentError } from 'commander';
import { chancery } from '#shared/client/chancery.ts';
import { CommandFailed, exitCodes } from '../exit-codes.ts';
import { forgetLogin, keepLogin, type Login } from '../login/kept-login.ts';
import { personLogin } from '../login/person-login.ts';
import { readSignInSettings } from '../login/sign-in-settings.ts';
import { addressOf, clientFor, type GlobalOptions } from '../session.ts';
import { note, say } from '../terminal.ts';

interface LoginOptions extends GlobalOptions {
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly tokenUrl?: string;
  readonly wait: number;
  readonly browser: boolean;
  readonly out?: boolean;
}

/** `chancery login` */
export const loginCommand = (program: Command): Command =>
  program
    .command('login')
    .description('Signs you in with your browser, or a program with its credentials, for the other commands')
    .option('--wait <seconds>', 'how long to wait for you', secondsIn, 300)
    .option('--no-browser', 'print the address of the sign-in page, and open nothing')
    .option('--client-id <id>', 'sign a program in: its client (or CHANCERY_CLIENT_ID)')
    .option('--client-secret <secret>', 'its secret (or CHANCERY_CLIENT_SECRET, which no list of processes shows)')
    .option('--token-url <url>', 'the token endpoint: <SignInUrl>/oauth2/token, with the output of the stack')
    .option('--out', 'forget the login')
    .addHelpText(
      'after',
      '\nExamples:\n  chancery login --url https://….amazonaws.com\n  chancery login --url https://….amazonaws.com --token-url https://…/oauth2/token --client-id …\n',
    )
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<LoginOptions>();
      if (options.out === true) return forgetLogin();
      const url = await addressOf(options);
      const login = isOfProgram(options) ? await programLogin(url, options) : await loginOfPerson(url, options);
      const file = await keepLogin(login);
      const name = 'tokens' in login ? login.tokens.name : undefined;
      if (options.json === true) say(JSON.stringify({ url, ...(name !== undefined && { name }), file }));
      else say(`Signed in at ${url}${as(name)}; kept in ${file}.`);
    });

const as = (name: string | undefined): string => (name === undefined ? '' : ` as ${name}`);

const isOfProgram = ({ clientId, clientSecret }: LoginOptions): boolean =>
  [clientId, clientSecret, process.env['CHANCERY_CLIENT_ID'], process.env['CHANCERY_CLIENT_SECRET']].some(
    (given) => given !== undefined,
  );

async function programLogin(url: string, { clientId, clientSecret, tokenUrl, sockets }: LoginOptions): Promise<Login> {
  const credentials = {
    clientId: clientId ?? process.env['CHANCERY_CLIENT_ID'] ?? '',
    clientSecret: clientSecret ?? process.env['CHANCERY_CLIENT_SECRET'] ?? '',
    ...(tokenUrl !== undefined && { tokenUrl }),
  };
  if (credentials.clientId === '' || credentials.clientSecret === '')
    throw new CommandFailed('A program needs both --client-id, and --client-secret or CHANCERY_CLIENT_SECRET');
  await chancery({ url, credentials }).accessToken();
  return { url, ...credentials, ...(sockets !== undefined && { socketUrl: sockets }) };
}

async function loginOfPerson(url: string, { wait, browser, sockets }: LoginOptions): Promise<Login> {
  const { socketUrl, ...settings } = await readSignInSettings(url);
  const show = (address: string): void => {
    note(`Sign in with your browser:\n\n  ${address}\n`);
    if (browser) openInBrowser(address);
  };
  const { access, refresh, expiresAt, name } = await personLogin({ settings, show, waitSeconds: wait });
  return { url, socketUrl: sockets ?? socketUrl, ...settings, tokens: { access, refresh, expiresAt, name } };
}

function secondsIn(text: string): number {
  const seconds = Number(text);
  if (Number.isInteger(seconds) && seconds > 0 && seconds <= 3600) return seconds;
  throw new InvalidArgumentError('Expected a whole number of seconds from 1 to 3600.');
}

/** Opens an address in the browser of this machine; without one, the address that was printed is what there is. */
function openInBrowser(address: string): void {
  const opener = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open';
  spawn(opener, [address], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

/** `chancery token` */
export const tokenCommand = (program: Command): Command =>
  program
    .command('token')
    .description('Prints an access token')
    .addHelpText(
      'after',
      '\nExample:\n  curl -H "Authorization: Bearer $(chancery token)" "http://127.0.0.1:3000/visits?party=BGD"\n',
    )
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const token = await (await clientFor(options)).accessToken();
      if (token === undefined) throw new CommandFailed('There is no login: chancery login', exitCodes['no-token']);
      say(options.json === true ? JSON.stringify({ token }) : token);
    });

/** `chancery open` */
export const openCommand = (program: Command): Command =>
  program
    .command('open')
    .description('Opens the explorer in a browser, or the reference where there is no explorer')
    .addHelpText('after', '\nExample:\n  chancery open --url http://127.0.0.1:3000\n')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const url = await addressOf(options);
      const explorer = new URL('/explore', url);
      const found = await fetch(explorer, { method: 'GET' }).catch(() => undefined);
      const page = found?.ok === true ? explorer : new URL('/docs', url);
      say(options.json === true ? JSON.stringify({ url: page.href }) : page.href);
      openInBrowser(page.href);
    });
