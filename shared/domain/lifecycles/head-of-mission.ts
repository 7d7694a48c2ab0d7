import type { Person } from '#shared/domain/events/participant.ts';
import { type Dated, dated } from './lifecycle-step.ts';
import type { LifecycleEvent } from '#shared/domain/streams/lifecycle-event.ts';

/** The status of a head of mission. */
export type HeadStatus =
  | 'nominated'
  | 'agrement-granted'
  | 'agrement-refused'
  | 'accredited'
  | 'recalled-for-consultations'
  | 'recalled'
  | 'expelled';

/** The head of a mission, or the designated one; `person` is `null` when no report names one. */
export interface HeadOfMission {
  readonly person: Person | null;
  readonly status: HeadStatus;
  readonly since: Dated;
  readonly nominated: Dated | null;
  readonly agrement: Dated | null;
  readonly credentials: Dated | null;
}

/** The head of a mission and the designated one (Vienna Convention on Diplomatic Relations, Articles 4, 9 and 13). */
export interface Heads {
  readonly head: HeadOfMission | null;
  readonly designate: HeadOfMission | null;
}

/** Folds one event, in the order of happening; an event about neither changes nothing. */
export function headsAfter({ head, designate }: Heads, event: LifecycleEvent): Heads {
  const since = dated(event);
  if (event.type === 'AmbassadorNominated') {
    return { head, designate: { ...newHead(event, since, 'nominated'), nominated: since } };
  }
  if (event.type === 'AgrementGranted') {
    return { head, designate: { ...step(designate, event, 'agrement-granted'), agrement: since } };
  }
  if (event.type === 'AgrementRefused') return { head, designate: step(designate, event, 'agrement-refused') };
  if (event.type === 'CredentialsPresented') {
    return { head: { ...step(designate, event, 'accredited'), credentials: since }, designate: null };
  }
  if (event.type === 'AmbassadorRecalled') return { head: step(head, event, recallOf(event)), designate };
  if (event.type === 'AmbassadorReturned') return { head: step(head, event, 'accredited'), designate };
  if (event.type === 'DiplomatExpelled' && concernsHead(event, head)) {
    return { head: step(head, event, 'expelled'), designate };
  }
  return { head, designate };
}

const recallOf = ({ recall }: LifecycleEvent): HeadStatus =>
  recall === 'for-consultations' ? 'recalled-for-consultations' : 'recalled';

function concernsHead(event: LifecycleEvent, head: HeadOfMission | null): boolean {
  const person = personOf(event);
  return event.level === 'ambassador' || (person !== null && person.id === head?.person?.id);
}

/** Moves a person one step on; another name is another person, of whom only this step is known. */
function step(known: HeadOfMission | null, event: LifecycleEvent, status: HeadStatus): HeadOfMission {
  const person = personOf(event);
  const another = person !== null && known?.person?.id !== undefined && known.person.id !== person.id;
  if (known === null || another) return newHead(event, dated(event), status);
  return { ...known, person: person ?? known.person, status, since: dated(event) };
}

const newHead = (event: LifecycleEvent, since: Dated, status: HeadStatus): HeadOfMission => ({
  person: personOf(event),
  status,
  since,
  nominated: null,
  agrement: null,
  credentials: null,
});

const personOf = ({ participants }: LifecycleEvent): Person | null =>
  participants.find(({ role, person }) => role === 'sender' && person !== undefined)?.person ?? null;
