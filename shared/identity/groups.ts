import * as z from 'zod';
import { scopeNames } from './scopes.ts';

/** Groups of people by name, with the scopes and the organisation of their members. */
export type Groups = z.infer<typeof Groups>;

const Groups = z.record(
  z.string(),
  z.object({ organisation: z.string(), scopes: z.array(z.enum(scopeNames)).readonly() }).readonly(),
);

/** The scopes and organisation of a person's groups. */
export interface Membership {
  /** Absent for a person without a group. */
  readonly organisation?: string;
  /** Scopes that none of the groups allows. */
  readonly withheld: readonly string[];
}

/** Reads the environment variable that lists the groups. */
export const groupsFrom = (text: string): Groups => Groups.parse(JSON.parse(text));

/**
 * Joins the scopes of a person's groups; throws when the groups belong to different organisations. Unknown groups allow
 * nothing.
 */
export function membershipOf(names: readonly string[], groups: Groups): Membership {
  const own = names.flatMap((name) => (Object.hasOwn(groups, name) ? [groups[name]] : [])).filter((one) => one != null);
  const [organisation, ...others] = new Set(own.map((group) => group.organisation));
  if (others.length > 0)
    throw new Error(`The groups ${names.join(', ')} belong to several organisations: ${[organisation, ...others].join(', ')}`); // prettier-ignore
  const allowed = new Set(own.flatMap((group) => group.scopes));
  const withheld = scopeNames.filter((scope) => !allowed.has(scope));
  return organisation === undefined ? { withheld } : { organisation, withheld };
}
