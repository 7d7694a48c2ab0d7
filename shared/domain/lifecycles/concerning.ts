import type { Concerning } from './measure.ts';
import { organisationsOf } from '#shared/domain/parties/memberships.ts';

/**
 * Selects what either of two parties imposes on the other, itself or through an organisation of which it is a member on
 * a day (`YYYY-MM-DD`), and what one imposes on such an organisation of the other.
 */
export function between(pair: readonly [string, string], day: string): Concerning {
  const [first, second] = pair.map((party) => ({ party, organisations: organisationsOf(party, day) }));
  const facing = (imposer: string, target: string, by: Side | undefined, on: Side | undefined) => {
    if (by === undefined || on === undefined) return undefined;
    if (imposer === by.party && target === on.party) return { through: null };
    if (target === on.party && by.organisations.includes(imposer)) return { through: imposer };
    return imposer === by.party && on.organisations.includes(target) ? { through: target } : undefined;
  };
  return (imposer, target) => facing(imposer, target, first, second) ?? facing(imposer, target, second, first);
}

interface Side {
  readonly party: string;
  readonly organisations: readonly string[];
}

/** Selects what a party itself imposes (`source`), what is imposed on it (`target`), or both (`undefined`). */
export const ofParty =
  (party: string, role: 'source' | 'target' | undefined): Concerning =>
  (imposer, target) =>
    (role !== 'target' && imposer === party) || (role !== 'source' && target === party) ? { through: null } : undefined;
