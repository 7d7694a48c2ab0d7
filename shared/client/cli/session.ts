import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { type Chancery, chancery } from '#shared/client/chancery.ts';
import { CommandFailed } from './exit-codes.ts';

/** What `chancery login` keeps. */
const Login = z.object({
  url: z.string(),
  socketUrl: z.string().optional(),
  tokenUrl: z.string().optional(),
  clientId: z.string(),
  clientSecret: z.string(),
});
export type Login = z.output<typeof Login>;

/** The options that every command has. */
export interface GlobalOptions {
  readonly url?: string;
  readonly sockets?: string;
  readonly token?: string;
  readonly json?: boolean;
}

const local = 'http://127.0.0.1:3000';

/** The file of the login, which only its owner reads. */
const loginFile = (): string =>
  process.env['CHANCERY_LOGIN'] ??
  join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'chancery', 'login.json');

/** Reads the login; `undefined`: there is none. */
export async function readLogin(): Promise<Login | undefined> {
  const text = await readFile(loginFile(), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const read = Login.safeParse(JSON.parse(text));
  if (!read.success) throw new CommandFailed(`${loginFile()} is not valid: sign in again with "chancery login"`);
  return read.data;
}

/** Keeps a login; returns the file. */
export async function keepLogin(login: Login): Promise<string> {
  const file = loginFile();
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(login, null, 2)}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
  return file;
}

export const forgetLogin = async (): Promise<void> => rm(loginFile(), { force: true });

/** The address of the API: as given, of the environment, of the login, or of the local cloud. */
export async function addressOf({ url }: GlobalOptions): Promise<string> {
  const address = url ?? process.env['CHANCERY_URL'] ?? (await readLogin())?.url ?? local;
  if (!/^https?:\/\//.test(address) || !URL.canParse(address))
    throw new CommandFailed(`--url takes an address such as ${local}, not "${address}"`);
  return address;
}

/** Makes the client for the options, the environment and the login, in this order. */
export async function clientFor(options: GlobalOptions): Promise<Chancery> {
  const url = await addressOf(options);
  const login = await readLogin();
  const ours = login?.url === url ? login : undefined;
  const token = options.token ?? process.env['CHANCERY_TOKEN'];
  const socketUrl = options.sockets ?? process.env['CHANCERY_SOCKETS'] ?? ours?.socketUrl ?? localSockets(url);
  if (token !== undefined) return chancery({ url, socketUrl, token });
  const credentials = ours ?? (isLocal(url) ? { clientId: 'local', clientSecret: 'local' } : undefined);
  return chancery({ url, socketUrl, credentials });
}

const isLocal = (url: string): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);

/** The local cloud has its sockets at the same port; another API says where they are (the output `SocketUrl`). */
const localSockets = (url: string): string | undefined =>
  isLocal(url) ? new URL('/dev', url).href.replace(/^http/, 'ws') : undefined;
