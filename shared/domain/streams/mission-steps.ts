import type { EventOf } from '#shared/domain/events/new-event.ts';
import { type Milestone, milestone } from './milestone.ts';

export type MissionEvent = EventOf<'mission'>;

/** A step in the life of a mission; its detail is the rank of the mission, or the person. */
export type MissionStep = Milestone<
  | 'opened' | 'upgraded' | 'downgraded' | 'closed'
  | 'nominated' | 'agrément granted' | 'agrément refused'
  | 'credentials presented' | 'recalled' | 'recalled for consultations' | 'recalled for good' | 'returned' | 'expelled'
>; // prettier-ignore

/** What is known of a mission: the last step of each of the threads that run side by side. */
export interface Mission {
  /** The mission itself. */
  readonly post?: MissionStep;
  /** The ambassador to be. */
  readonly nominee?: MissionStep;
  /** The ambassador. */
  readonly ambassador?: MissionStep;
}

/** The thread that an event belongs to. */
export const threadOf = {
  MissionOpened: 'post',
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
} as const satisfies Readonly<Record<MissionEvent['type'], keyof Mission>>;

/** An event as the step that it is; none when it was not held, or is about another diplomat than the ambassador. */
export function stepOf(event: MissionEvent): MissionStep | undefined {
  if (event.modality !== 'held') return undefined;
  const person = event.participants.find(({ role }) => role === 'sender')?.person?.id;
  switch (event.type) {
    case 'MissionOpened':
      return milestone('opened', event, event.level);
    case 'RepresentationUpgraded':
      return milestone('upgraded', event, event.level);
    case 'RepresentationDowngraded':
      return milestone('downgraded', event, event.level);
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
