import * as z from 'zod';

const consular = ['consulate-general', 'consulate', 'vice-consulate', 'honorary-consulate'] as const;

/**
 * What a mission is called. The diplomatic ones represent a state in another, or at an organisation; the consular ones
 * may stand beside it, each in a city.
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

/** Returns whether a post is a consular one, which stands beside the diplomatic mission. */
export const isConsular = (post: Post | undefined): boolean => consular.some((one) => one === post);

/** What says where a mission resides. */
interface Residence {
  readonly nonResident?: boolean | undefined;
  readonly seat?: string | undefined;
  readonly participants: readonly { readonly party: string; readonly role: string }[];
}

/** Returns whether a mission resides elsewhere than in the receiving state; `undefined`: nothing says so. */
export function isNonResident({ nonResident, seat, participants }: Residence): boolean | undefined {
  if (nonResident !== undefined || seat === undefined) return nonResident;
  return !participants.some(({ party, role }) => party === seat && role === 'receiver');
}
