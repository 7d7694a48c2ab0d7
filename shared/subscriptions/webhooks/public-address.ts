import { isIPv6 } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Whether a deployment also allows receivers on this machine. */
export type Loopback = 'allowed' | 'refused';

/** Parses the setting; throws unless it has one of the two values. */
export function loopbackOf(setting: string): Loopback {
  if (setting === 'allowed' || setting === 'refused') return setting;
  throw new Error(`Expected WEBHOOK_LOOPBACK to be allowed or refused, not ${setting}`);
}

/**
 * The only part of IPv6 that is given to networks of the internet (RFC 4291, section 2.4, and IANA's registry):
 * `2000::/3`.
 */
const globalUnicast: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/**
 * Returns why an IP address is refused; `undefined` when it is public by the registries of special addresses (RFC
 * 6890). IPv6 forms of special IPv4 addresses (v4-mapped, v4-compatible, NAT64, 6to4, Teredo) are refused, too.
 */
export function violationOfAddress(address: string, loopback: Loopback): string | undefined {
  if (!ipaddr.isValid(address)) return `${address} is not an IP address`;
  const parsed = ipaddr.process(withoutDottedQuad(address));
  const range = parsed.range();
  const unicast = range === 'unicast' && (parsed instanceof ipaddr.IPv4 || parsed.match(globalUnicast));
  const reached = unicast || (range === 'loopback' && loopback === 'allowed');
  return reached ? undefined : `${address} is not a public address`;
}

/** The library takes `::8.8.8.8` for a v4-mapped address; in hexadecimal it cannot. */
const withoutDottedQuad = (address: string): string =>
  isIPv6(address) && !address.includes('%') ? new URL(`http://[${address}]`).hostname.slice(1, -1) : address;
