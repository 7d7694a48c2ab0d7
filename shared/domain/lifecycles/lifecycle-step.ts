import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import type { LifecycleEvent } from '#shared/domain/streams/lifecycle-event.ts';

/** An event in short, as the ground of a result. */
export interface Step {
  readonly id: string;
  readonly type: string;
  readonly occurred: string;
  readonly modality: LifecycleEvent['modality'];
}

/** A known date (EDTF), with its first and last possible day; `null` is open or unknown. */
export interface Dated {
  readonly date: string;
  readonly from: string | null;
  readonly to: string | null;
  /** The id of the event that has the date. */
  readonly event: string;
}

/** The first and the last possible day of a beginning. */
interface Beginning {
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** Returns when an act takes effect: on its `effective` day, or else when it occurred. */
export const effectOf = ({ effective, occurred }: LifecycleEvent): string => effective ?? occurred;

/** Returns the beginning of a date: an interval takes effect when it begins. */
export function beginningOf(edtf: string): Beginning {
  const [start = '', end] = edtf.split('/');
  const { from, to } = occurredRange(start);
  if (from !== null || end === undefined) return { earliest: from, latest: to };
  return { earliest: null, latest: occurredRange(end).to };
}

/** Returns the date of an act. */
export function dated(event: LifecycleEvent): Dated {
  const date = effectOf(event);
  const { earliest, latest } = beginningOf(date);
  return { date, from: earliest, to: latest, event: event.id };
}

export const stepOf = ({ id, type, occurred, modality }: LifecycleEvent): Step => ({ id, type, occurred, modality });

/** Returns the events of a history that count: neither retracted nor merged into another. */
export const notWithdrawn = (history: readonly LifecycleEvent[]): LifecycleEvent[] =>
  history.filter(({ withdrawn }) => withdrawn === undefined);

/** Returns the held events that count; planned, possible and denied ones change no state. */
export const held = (history: readonly LifecycleEvent[]): LifecycleEvent[] =>
  notWithdrawn(history).filter(({ modality }) => modality === 'held');

/**
 * Sorts events in the order in which they happened. One that certainly happened before another comes first; where the
 * dates leave that open, as `2020` and `2020-05` do, the order of recording decides.
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

/** The events that had happened by the end of a day, in order. */
export interface Happened {
  /** The events that had, or may have, happened: the state that is shown. */
  readonly possibly: readonly LifecycleEvent[];
  /** The events that had certainly happened, whatever the exact dates. */
  readonly certainly: readonly LifecycleEvent[];
}

/** Returns the held events of a history by a day. */
export function happenedBy(day: string, history: readonly LifecycleEvent[]): Happened {
  const ordered = inOrder(held(history)).map((event) => ({ event, ...beginningOf(effectOf(event)) }));
  return {
    possibly: ordered.filter(({ earliest }) => earliest === null || earliest <= day).map(({ event }) => event),
    certainly: ordered.filter(({ latest }) => latest !== null && latest <= day).map(({ event }) => event),
  };
}
