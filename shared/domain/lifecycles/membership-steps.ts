import type { MembershipStep } from '#shared/domain/parties/memberships.ts';
import { type LifecycleEvent, partiesAs } from '#shared/domain/streams/lifecycle-event.ts';
import { beginningOf, effectOf, held } from './lifecycle-step.ts';

const kinds: ReadonlyMap<string, MembershipStep['kind']> = new Map([
  ['OrganisationJoined', 'joined'],
  ['OrganisationLeft', 'left'],
]);

/** Returns whether an event says that a member (source) joins or leaves an organisation (target). */
export const isMembershipEvent = ({ type }: Pick<LifecycleEvent, 'type'>): boolean => kinds.has(type);

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
