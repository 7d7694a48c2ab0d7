import { announcesVisit } from '#shared/domain/dates/calendar-days.ts';
import type { Level, Place } from '#shared/domain/events/envelope.ts';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import type { Participant } from '#shared/domain/events/participant.ts';
import { beginningOf, type Dated, held, inOrder, notWithdrawn, type Step, stepOf } from './lifecycle-step.ts';
import { distinct, type LifecycleEvent, partiesAs } from '#shared/domain/streams/lifecycle-event.ts';

/** `overdue`: announced for days that are over, without a report of its end. `unconfirmed`: no held event is known. */
export const visitStatuses = [
  'upcoming',
  'under-way',
  'overdue',
  'conducted',
  'cancelled',
  'postponed',
  'unconfirmed',
] as const;
export type VisitStatus = (typeof visitStatuses)[number];

/** A visit on a day. */
export interface Visit {
  readonly id: string;
  readonly stream: string;
  readonly status: VisitStatus;
  readonly visitors: readonly string[];
  readonly hosts: readonly string[];
  readonly people: readonly Pick<Participant, 'party' | 'role' | 'person' | 'office'>[];
  readonly place: Place | null;
  readonly level: Level | null;
  /** The days of its last announcement, and those on which it took place; `null`: not known. */
  readonly planned: Dated | null;
  readonly actual: Dated | null;
  readonly summary: string | null;
  /** The number of changes since its first report. */
  readonly changes: number;
  /** When its newest change was recorded. */
  readonly knownSince: string;
  /** The event on whose day a calendar lists it. */
  readonly listedBy: string;
  readonly events: readonly Step[];
}

/**
 * Returns a visit on a day (`YYYY-MM-DD`), from its history in any order; `undefined` when nothing of it had been
 * announced by then and it was never held. One that was held later is upcoming.
 */
export function visitOn(day: string, history: readonly LifecycleEvent[]): Visit | undefined {
  const known = inOrder(notWithdrawn(history));
  const stage = stageOn(day, inOrder(held(history)));
  const unconfirmed = known.some(({ modality }) => modality === 'held') ? undefined : known.at(-1);
  const shown = stage.conducted ?? stage.concluded ?? stage.plan ?? stage.act ?? unconfirmed;
  if (shown === undefined) return undefined;
  const newest = <Value>(of: (event: LifecycleEvent) => Value | undefined): Value | null =>
    of(shown) ?? known.map(of).findLast((value) => value !== undefined) ?? null;
  return {
    id: shown.stream.slice('visit/'.length),
    stream: shown.stream,
    status: shown === unconfirmed ? 'unconfirmed' : statusOn(day, stage),
    visitors: distinct(known.flatMap((event) => partiesAs(event, 'visitor'))),
    hosts: distinct(known.flatMap((event) => partiesAs(event, 'host'))),
    people: peopleOf([...known.filter((event) => event !== shown), shown]),
    place: newest(({ place }) => place),
    level: newest(({ level }) => level),
    planned: stage.plan?.plannedFor === undefined ? null : daysOf(stage.plan, stage.plan.plannedFor),
    actual: actualDays(stage),
    summary: newest(({ summary }) => summary),
    changes: history.reduce((count, { corrections = 0 }) => count + 1 + corrections, -1),
    knownSince: history.reduce((last, { knownSince }) => (knownSince > last ? knownSince : last), ''),
    listedBy: shown.id,
    events: known.map(stepOf),
  };
}

/** The stage of a visit by a day. */
interface Stage {
  readonly conducted: LifecycleEvent | undefined;
  readonly concluded: LifecycleEvent | undefined;
  /** The last announcement, and the one that has the planned days. */
  readonly act: LifecycleEvent | undefined;
  readonly plan: LifecycleEvent | undefined;
}

function stageOn(day: string, ordered: readonly LifecycleEvent[]): Stage {
  const stage = {
    conducted: ordered.findLast(({ type }) => type === 'VisitConducted'),
    concluded: ordered.findLast(({ type }) => type === 'VisitConcluded'),
  };
  const acts = ordered.filter(
    ({ type, occurred }) => (announcesVisit(type) || type === 'VisitCancelled') && begunBy(day, occurred),
  );
  let plan: LifecycleEvent | undefined;
  for (const act of acts) {
    if (act.plannedFor !== undefined) plan = act;
    else if (act.type === 'VisitPostponed') plan = undefined;
  }
  return { ...stage, act: acts.at(-1), plan };
}

/**
 * Returns the status of a visit. A held one begins on its first possible day; a planned one begins on the last possible
 * first day, and is overdue when all its days are over.
 */
function statusOn(day: string, { conducted, concluded, act, plan }: Stage): VisitStatus {
  if (concluded !== undefined && begunBy(day, concluded.occurred)) return 'conducted';
  if (conducted !== undefined) {
    const { from, to } = occurredRange(conducted.occurred);
    if (from !== null && day < from) return 'upcoming';
    return to === null || day <= to ? 'under-way' : 'conducted';
  }
  if (act?.type === 'VisitCancelled') return 'cancelled';
  if (plan?.plannedFor === undefined) return act?.type === 'VisitPostponed' ? 'postponed' : 'upcoming';
  const { latest } = beginningOf(plan.plannedFor);
  if (latest === null || day < latest) return 'upcoming';
  const { to } = occurredRange(plan.plannedFor);
  return to === null || day <= to ? 'under-way' : 'overdue';
}

const begunBy = (day: string, occurred: string): boolean => (beginningOf(occurred).earliest ?? '') <= day;

const daysOf = ({ id }: LifecycleEvent, date: string): Dated => ({ date, ...occurredRange(date), event: id });

/** Returns the days on which it took place; an open end ends with the conclusion. */
function actualDays({ conducted, concluded }: Stage): Dated | null {
  if (conducted === undefined) return null;
  const actual = daysOf(conducted, conducted.occurred);
  return { ...actual, to: actual.to ?? (concluded === undefined ? null : occurredRange(concluded.occurred).to) };
}

/** Returns each person once, as the last event with that person has it. */
function peopleOf(events: readonly LifecycleEvent[]): Visit['people'] {
  const named = events.flatMap(({ participants }) => participants).filter(({ person }) => person !== undefined);
  const people = named.map(({ party, role, person, office }) => ({ party, role, person, ...(office && { office }) }));
  return [...new Map(people.map((one) => [one.person?.id, one])).values()];
}
