import ipaddr from 'ipaddr.js';

/** Whether a deployment also allows receivers on this machine. */
export type Loopback = 'allowed' | 'refused';

/** Parses the setting; throws unless it has one of the two values. */
export function loopbackOf(setting: string): Loopback {
  if (setting === 'allowed' || setting === 'refused') return setting;
  throw new Error(`Expected WEBHOOK_LOOPBACK to be allowed or refused, not ${setting}`);
}

/**
 * Returns why an IP address is refused; `undefined` when it is public by the registries of special addresses (RFC
 * 6890). IPv6 forms of special IPv4 addresses (v4-mapped, NAT64, 6to4, Teredo) are refused, too.
 */
export function violationOfAddress(address: string, loopback: Loopback): string | undefined {
  if (!ipaddr.isValid(address)) return `${address} is not an IP address`;
  const range = ipaddr.process(address).range();
  const reached = range === 'unicast' || (range === 'loopback' && loopback === 'allowed');
  return reached ? undefined : `${address} is not a public address`;
}
