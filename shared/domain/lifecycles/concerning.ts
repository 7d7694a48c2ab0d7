import type { Concerning } from './measure.ts';

/** A party, with the organisations of which it is a member. */
export interface Side {
  readonly party: string;
  readonly organisations: readonly string[];
}

/**
 * Selects what either of two parties imposes on the other, itself or through an organisation of its own, and what one
 * imposes on an organisation of the other.
 */
export function between(first: Side, second: Side): Concerning {
  const facing = (imposer: string, target: string, by: Side, on: Side) => {
    if (imposer === by.party && target === on.party) return { through: null };
    if (target === on.party && by.organisations.includes(imposer)) return { through: imposer };
    return imposer === by.party && on.organisations.includes(target) ? { through: target } : undefined;
  };
  return (imposer, target) => facing(imposer, target, first, second) ?? facing(imposer, target, second, first);
}

/** Selects what a party itself imposes (`source`), what is imposed on it (`target`), or both (`undefined`). */
export const ofParty =
  (party: string, role: 'source' | 'target' | undefined): Concerning =>
  (imposer, target) =>
    (role !== 'target' && imposer === party) || (role !== 'source' && target === party) ? { through: null } : undefined;
