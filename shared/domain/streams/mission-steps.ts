import type { EventOf } from '#shared/domain/events/new-event.ts';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import { isConsular, isNonResident, Post } from '#shared/domain/events/post.ts';
import { foldedName } from '#shared/domain/parties/folded-name.ts';
import { type Milestone, milestone } from './milestone.ts';

export type MissionEvent = EventOf<'mission'>;

/** A step in the life of a mission; its detail is rank, post and residence of the mission, or the person. */
export type MissionStep = Milestone<
  | 'opened' | 'upgraded' | 'downgraded' | 'closed'
  | 'nominated' | 'agrément granted' | 'agrément refused'
  | 'credentials presented' | 'recalled' | 'recalled for consultations' | 'recalled for good' | 'returned' | 'expelled'
>; // prettier-ignore

/** What is known of a mission: the last step of each of the threads that run side by side. */
export interface Mission {
  /** The diplomatic mission itself. */
  readonly post?: MissionStep;
  /** The ambassador to be. */
  readonly nominee?: MissionStep;
  /** The ambassador. */
  readonly ambassador?: MissionStep;
  /** The consular posts of the sender in the receiver, by kind and city. */
  readonly consulates?: Readonly<Record<string, MissionStep>>;
}

/** At most this many consular posts are kept of one mission. */
export const mostConsulates = 100;

/** The thread that an event belongs to, unless it is about a consular post. */
export const threadOf = {
  MissionOpened: 'post',
  RepresentationObserved: 'post',
  RepresentationUpgraded: 'post',
  RepresentationDowngraded: 'post',
  MissionClosed: 'post',
  AmbassadorNominated: 'nominee',
  AgrementGranted: 'nominee',
  AgrementRefused: 'nominee',
  CredentialsPresented: 'ambassador',
  AmbassadorRecalled: 'ambassador',
  AmbassadorReturned: 'ambassador',
  DiplomatExpelled: 'ambassador',
} as const satisfies Readonly<Record<MissionEvent['type'], Exclude<keyof Mission, 'consulates'>>>;

/** So many characters of a city distinguish consular posts. */
const cityLength = 40;

/**
 * Returns the name of the consular post that an event opens or closes; `undefined`: it is about the diplomatic mission.
 */
export function consulateOf(event: MissionEvent): string | undefined {
  if (event.type !== 'MissionOpened' && event.type !== 'MissionClosed') return undefined;
  if (!isConsular(event.post)) return undefined;
  const { city } = event.place ?? {};
  return city === undefined ? event.post : `${event.post} ${foldedName(city).slice(0, cityLength)}`;
}

/**
 * An event as the step that it is; none when it was not held, is about another diplomat than the ambassador, or only
 * observes that there was a mission: by name, or as an opening at any time until a day.
 */
export function stepOf(event: MissionEvent): MissionStep | undefined {
  if (event.modality !== 'held') return undefined;
  const person = event.participants.find(({ role }) => role === 'sender')?.person?.id;
  switch (event.type) {
    case 'MissionOpened':
      return occurredRange(event.occurred).from === null ? undefined : milestone('opened', event, detailOf(event));
    case 'RepresentationObserved':
      return undefined;
    case 'RepresentationUpgraded':
      return milestone('upgraded', event, detailOf(event));
    case 'RepresentationDowngraded':
      return milestone('downgraded', event, detailOf(event));
    case 'MissionClosed':
      return milestone('closed', event);
    case 'AmbassadorNominated':
      return milestone('nominated', event, person);
    case 'AgrementGranted':
      return milestone('agrément granted', event, person);
    case 'AgrementRefused':
      return milestone('agrément refused', event, person);
    case 'CredentialsPresented':
      return milestone('credentials presented', event, person);
    case 'AmbassadorRecalled':
      return milestone(recalled[event.recall], event, person);
    case 'AmbassadorReturned':
      return milestone('returned', event, person);
    case 'DiplomatExpelled':
      return event.level === 'ambassador' ? milestone('expelled', event, person) : undefined;
  }
}

const recalled = {
  'for-consultations': 'recalled for consultations',
  'for-good': 'recalled for good',
  unstated: 'recalled',
} as const;

type Ranking = Extract<MissionEvent, { type: 'MissionOpened' | 'RepresentationUpgraded' | 'RepresentationDowngraded' }>;

/** Returns rank, post and residence of a mission, as far as an event has them. */
function detailOf(event: Ranking): string | undefined {
  const nonResident = isNonResident(event);
  const residence = nonResident === undefined ? undefined : nonResident ? 'non-resident' : 'resident';
  return [event.level, event.post, residence].filter((part) => part !== undefined).join(', ') || undefined;
}

/** The ranks of missions and of their heads, the lowest first. */
const ranks = ['consular', 'interests-section', 'charge-d-affaires', 'minister', 'ambassador'];

const partsOf = (detail: string | undefined): string[] => detail?.split(', ') ?? [];

/** Returns how high the rank of a step is; -1: it has none. */
export const rankOf = ([, , detail]: MissionStep): number =>
  ranks.indexOf(partsOf(detail).find((part) => ranks.includes(part)) ?? '');

/** Returns whether two steps have different posts or residences of a mission. */
export function areUnlike([, , one]: MissionStep, [, , other]: MissionStep): boolean {
  const differs = (kinds: readonly string[]) => {
    const [a, b] = [one, other].map((detail) => partsOf(detail).findLast((part) => kinds.includes(part)));
    return a !== undefined && b !== undefined && a !== b;
  };
  return differs(Post.options) || differs(['resident', 'non-resident']);
}
