import { isIP } from 'node:net';
import { violationOfAddress, type Loopback } from './public-address.ts';

/** The characters of a URL at most. */
export const maxUrlLength = 2000;

/** Returns the host as a name or an IP address without brackets. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

/**
 * Returns what is wrong with the URL of a receiver; `undefined` when it is valid. It does not resolve the name: the
 * client checks every address when it connects.
 */
export function violationOfUrl(text: string, loopback: Loopback): string | undefined {
  if (text.length > maxUrlLength) return `expected a URL of at most ${maxUrlLength} characters`;
  const url = URL.parse(text);
  if (url === null) return 'expected an absolute URL, such as "https://example.org/events"';
  if (url.username !== '' || url.password !== '') return 'expected a URL without user name and password';
  if (url.hash !== '') return 'expected a URL without fragment (#…)';
  const host = hostOf(url);
  if (isIP(host) !== 0) {
    const fault = violationOfAddress(host, loopback);
    if (fault !== undefined) return `expected a public host: ${fault}`;
  } else if (!host.includes('.') && !isLocal(host, loopback)) return 'expected a host with its full name';
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal(host, loopback))) return 'expected https';
  const { port } = url;
  if (port !== '' && Number(port) < 1024) return `expected port 443 or one from 1024 on, not ${port}`;
  return undefined;
}

/** Allows http only on this machine, where the deployment allows that. */
const isLocal = (host: string, loopback: Loopback): boolean =>
  loopback === 'allowed' && (host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.')));
