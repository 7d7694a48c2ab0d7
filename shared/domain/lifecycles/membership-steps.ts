import type { MembershipStep } from '#shared/domain/parties/memberships.ts';
import { type LifecycleEvent, partiesAs } from '#shared/domain/streams/lifecycle-event.ts';
import { beginningOf, effectOf, held } from './lifecycle-step.ts';

const kinds: ReadonlyMap<string, MembershipStep['kind']> = new Map([
  ['OrganisationJoined', 'joined'],
  ['OrganisationLeft', 'left'],
]);

/** Returns whether an event says that a member (source) joins or leaves an organisation (target). */
export const isMembershipEvent = ({ type }: Pick<LifecycleEvent, 'type'>): boolean => kinds.has(type);

/** The pairs of a member and an organisation of which one event may say that they join or part. */
export const mostMembershipPairs = 300;

/** Returns the pairs of a member (source) and an organisation (target) of an event. */
export const membershipPairs = (event: Pick<LifecycleEvent, 'participants'>): (readonly [string, string])[] =>
  partiesAs(event, 'source').flatMap((member) =>
    partiesAs(event, 'target').map((organisation) => [member, organisation] as const),
  );

/**
 * Returns what held events say of a party's memberships, in the order of recording. Where a date is vague the party is a
 * member from its first possible day, and to its last one.
 */
export const membershipSteps = (party: string, events: readonly LifecycleEvent[]): MembershipStep[] =>
  held(events)
    .toSorted((a, b) => a.position - b.position)
    .flatMap((event) => {
      const kind = kinds.get(event.type);
      const { earliest, latest } = beginningOf(effectOf(event));
      const day = kind === 'joined' ? (earliest ?? '') : latest;
      if (kind === undefined || day === null || !partiesAs(event, 'source').includes(party)) return [];
      return partiesAs(event, 'target').map((organisation) => ({ organisation, kind, day }));
    });
