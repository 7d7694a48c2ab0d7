import * as z from 'zod';

const consular = ['consulate-general', 'consulate', 'vice-consulate', 'honorary-consulate'] as const;

/**
 * The kind of a mission. A diplomatic one represents a state in another, or at an organisation; consular ones may exist
 * in addition, each in a city.
 */
export const Post = z
  .enum([
    'embassy',
    'high-commission',
    'legation',
    'nunciature',
    'interests-section',
    'liaison-office',
    'representative-office',
    'permanent-mission',
    'delegation',
    ...consular,
  ])
  .meta({ id: 'Post' });
export type Post = z.output<typeof Post>;

/** Returns whether a post is consular. */
export const isConsular = (post: Post | undefined): boolean => consular.some((one) => one === post);

/** The fields of an event that determine where a mission resides. */
interface Residence {
  readonly nonResident?: boolean | undefined;
  readonly seat?: string | undefined;
  readonly participants: readonly { readonly party: string; readonly role: string }[];
}

/** Returns whether a mission resides elsewhere than in the receiving state; `undefined`: unknown. */
export function isNonResident({ nonResident, seat, participants }: Residence): boolean | undefined {
  if (nonResident !== undefined || seat === undefined) return nonResident;
  return !participants.some(({ party, role }) => party === seat && role === 'receiver');
}
