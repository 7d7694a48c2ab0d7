import type { Clients } from '#shared/identity/clients.ts';
import type { Subscription } from './subscription.ts';

/** The hosts that webhooks may lead to: names, and `*.` before a name for all below it. */
export type AllowedHosts = 'any' | readonly string[];

/** Reads the environment variable: `any`, or hosts separated by commas; a hyphen stands for none. */
export const allowedHostsFrom = (text: string): AllowedHosts =>
  text === 'any' ? 'any' : text.split(',').filter((host) => host !== '-');

const isAllowed = (host: string, allowed: string): boolean =>
  allowed.startsWith('*.') ? host.endsWith(allowed.slice(1)) : host === allowed;

/** Returns what is wrong with the host of a valid URL; `undefined` when webhooks may lead to it. */
export function violationOfHost(url: string, hosts: AllowedHosts): string | undefined {
  const host = URL.parse(url)?.hostname.toLowerCase() ?? '';
  if (hosts === 'any' || hosts.some((allowed) => isAllowed(host, allowed))) return undefined;
  const expected = hosts.length === 0 ? 'no webhooks: this deployment allows none' : `a host of ${hosts.join(', ')}`;
  return `expected ${expected}, got ${host}`;
}

/** What decides whether a subscription may be delivered. */
export interface Supervision {
  readonly clients: Clients;
  readonly hosts: AllowedHosts;
}

/**
 * Returns why a subscription may not be delivered any more. One of version 1 names no client, and is left to operators.
 */
export function refusalOf({ client, url }: Subscription, { clients, hosts }: Supervision): string | undefined {
  if (client !== undefined) {
    const known = clients.get(client);
    if (known === undefined) return 'Its client was removed';
    if (!known.scopes.includes('chancery/subscribe')) return `Its client ${known.name} lost chancery/subscribe`;
  }
  const violation = violationOfHost(url, hosts);
  return violation && `Its URL is not allowed any more: ${violation}`;
}
