import { type DayTally, indexByDay } from './relation-index.ts';

/** A time in which a relation is clearly better (thaw) or worse (chill) than it was used to be. */
export interface Phase {
  readonly kind: 'thaw' | 'chill';
  /** The first day. */
  readonly start: string;
  /** The day on which it was over; null: it goes on. */
  readonly end: string | null;
  /** The fast index minus the slow one, where it was furthest from 0. */
  readonly peak: number;
  readonly peakDay: string;
}

/** A phase begins where fast and slow index are so far apart … */
const begins = 1.5;
/** … and is over when they are nearer than this: a second one does not begin before. */
const ends = 0.5;
/** Weight of the slow index below which no phase begins: too little is known of the relation. */
const leastWeight = 10;

/** The phases of a relation up to the end of a day, in order, out of the tallies from the horizon on. The last one may go on. */
export function phasesThrough(days: readonly DayTally[], through: string): Phase[] {
  const phases: Phase[] = [];
  let open: Phase | undefined;
  for (const { day, slow, fast, weight } of indexByDay(days, through)) {
    const apart = fast - slow;
    if (open !== undefined && towards(open, apart) < ends) {
      phases.push({ ...open, end: day });
      open = undefined;
    }
    if (open !== undefined && towards(open, apart) > Math.abs(open.peak)) open = { ...open, peak: apart, peakDay: day };
    if (open === undefined && weight >= leastWeight && Math.abs(apart) >= begins) {
      open = { kind: apart > 0 ? 'thaw' : 'chill', start: day, end: null, peak: apart, peakDay: day };
    }
  }
  return open === undefined ? phases : [...phases, open];
}

/** The phase that a relation is in at the end of a day, if any. */
export function phaseAt(days: readonly DayTally[], day: string): Phase | undefined {
  const last = phasesThrough(days, day).at(-1);
  return last?.end === null ? last : undefined;
}

/** How far the indices are apart in the direction of a phase. */
const towards = ({ kind }: Phase, apart: number): number => (kind === 'thaw' ? apart : -apart);
