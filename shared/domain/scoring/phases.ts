import { type DayTally, indexByDay } from './relation-index.ts';

/** A time in which a relation is clearly better (thaw) or worse (chill) than before. */
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

/** The distance of fast and slow index at which a phase begins. */
const begins = 1.5;
/** The distance below which a phase is over; no other begins before. */
const ends = 0.5;
/** The weight of the slow index below which no phase begins: too little is known of the relation. */
const leastWeight = 10;

/**
 * Finds the phases of a relation up to the end of a day, in order, from the tallies since the horizon. The last one may
 * be open.
 */
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

/** Returns the phase of a relation at the end of a day, if any. */
export function phaseAt(days: readonly DayTally[], day: string): Phase | undefined {
  const last = phasesThrough(days, day).at(-1);
  return last?.end === null ? last : undefined;
}

/** Returns the distance of the indices in the direction of a phase. */
const towards = ({ kind }: Phase, apart: number): number => (kind === 'thaw' ? apart : -apart);
