import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import type { LifecycleEvent } from '#shared/domain/streams/lifecycle-event.ts';

/** An event in short, as the ground of what a register says. */
export interface Step {
  readonly id: string;
  readonly type: string;
  readonly occurred: string;
  readonly modality: LifecycleEvent['modality'];
}

/** A date as it is known (EDTF), with the days between which it lies; `null` is open or unknown. */
export interface Dated {
  readonly date: string;
  readonly from: string | null;
  readonly to: string | null;
  /** The event that it is known by. */
  readonly event: string;
}

/** First and last day on which something may have begun. */
interface Beginning {
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** When an act takes effect: on the day that it names for that, otherwise when it occurred. */
export const effectOf = ({ effective, occurred }: LifecycleEvent): string => effective ?? occurred;

/** An interval is taken for the time that something lasts: what it changes, it changes when it begins. */
export function beginningOf(edtf: string): Beginning {
  const [start = '', end] = edtf.split('/');
  const { from, to } = occurredRange(start);
  if (from !== null || end === undefined) return { earliest: from, latest: to };
  return { earliest: null, latest: occurredRange(end).to };
}

/** The day of an act, as a register shows it. */
export function dated(event: LifecycleEvent): Dated {
  const date = effectOf(event);
  const { earliest, latest } = beginningOf(date);
  return { date, from: earliest, to: latest, event: event.id };
}

export const stepOf = ({ id, type, occurred, modality }: LifecycleEvent): Step => ({ id, type, occurred, modality });

/** The events of a course that are to be counted at all: neither retracted nor merged into another. */
export const standing = (course: readonly LifecycleEvent[]): LifecycleEvent[] =>
  course.filter(({ withdrawn }) => withdrawn === undefined);

/** The standing events that were held; planned, possible and denied ones change no state. */
export const held = (course: readonly LifecycleEvent[]): LifecycleEvent[] =>
  standing(course).filter(({ modality }) => modality === 'held');

/**
 * Events in the order in which they happened. One that certainly happened before another comes first; where the dates leave that open, as
 * `2020` and `2020-05` do, the order of recording decides.
 */
export function inOrder(events: readonly LifecycleEvent[]): LifecycleEvent[] {
  const rest = events
    .toSorted((a, b) => a.position - b.position)
    .map((event) => ({ event, ...beginningOf(effectOf(event)) }));
  const ordered: LifecycleEvent[] = [];
  while (rest.length > 0) {
    const firstEnd = rest.reduce((first, { latest }) => (latest !== null && latest < first ? latest : first), '~');
    const next = rest.findIndex(({ earliest }) => earliest === null || earliest <= firstEnd);
    ordered.push(...rest.splice(Math.max(next, 0), 1).map(({ event }) => event));
  }
  return ordered;
}

/** What had happened by a day (its end), in order. */
export interface Happened {
  /** All that had, or may have, happened: the state that is shown. */
  readonly possibly: readonly LifecycleEvent[];
  /** What had certainly happened, however the uncertain dates fall. */
  readonly certainly: readonly LifecycleEvent[];
}

/** What was held of a course by a day. */
export function happenedBy(day: string, course: readonly LifecycleEvent[]): Happened {
  const ordered = inOrder(held(course)).map((event) => ({ event, ...beginningOf(effectOf(event)) }));
  return {
    possibly: ordered.filter(({ earliest }) => earliest === null || earliest <= day).map(({ event }) => event),
    certainly: ordered.filter(({ latest }) => latest !== null && latest <= day).map(({ event }) => event),
  };
}
