import { type Chancery, chancery } from '#shared/client/chancery.ts';
import { CommandFailed } from './exit-codes.ts';
import { readLogin } from './login/kept-login.ts';
import { personAccess } from './login/person-access.ts';

/** The options that every command has. */
export interface GlobalOptions {
  readonly url?: string;
  readonly sockets?: string;
  readonly token?: string;
  readonly json?: boolean;
}

const local = 'http://127.0.0.1:3000';

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
  if (ours !== undefined && 'tokens' in ours) return chancery({ url, socketUrl, token: personAccess(ours) });
  const credentials = ours ?? (isLocal(url) ? { clientId: 'local', clientSecret: 'local' } : undefined);
  return chancery({ url, socketUrl, credentials });
}

const isLocal = (url: string): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);

/** The local cloud has its sockets at the same port; another API says where they are (the output `SocketUrl`). */
const localSockets = (url: string): string | undefined =>
  isLocal(url) ? new URL('/dev', url).href.replace(/^http/, 'ws') : undefined;
