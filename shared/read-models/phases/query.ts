import { dayNumber, daysLater } from '#shared/domain/dates/calendar.ts';
import { type Phase, phasesThrough } from '#shared/domain/scoring/phases.ts';
import { fastHalfLife, horizonOf } from '#shared/domain/scoring/relation-index.ts';
import { newestScoring } from '#shared/domain/scoring/scoring.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { countingEvents } from '#shared/read-models/scores/counting-events.ts';
import { type DaysAsked, daysOf } from '#shared/read-models/scores/query.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import { eventsIn } from '#shared/read-models/timeline/query.ts';

/** An event that a phase rests on. */
export interface PhaseEvent {
  readonly id: string;
  readonly day: string;
  readonly type: string;
  /** w·s·2^(-(t-d)/30) on the day t on which the phase began. */
  readonly contribution: number;
}

export interface ExplainedPhase extends Phase {
  /** The five that contributed most to its beginning, the greatest first. */
  readonly events: readonly PhaseEvent[];
}

const eventsShown = 5;
/** Days before its beginning in which the events of a phase are looked for: ten half-lives, after which one contributes less than 0.01. */
const searchedDays = 10 * fastHalfLife;
/** Events of a timeline that are read at a time. */
const together = 1000;

/** An event on its day, with weight and score in tenths. */
interface Candidate {
  readonly id: string;
  readonly day: string;
  readonly type: string;
  readonly weighted: number;
}

/** The phases of a relation that were under way in a range of days, in order; the last may go on. */
export async function phasesOf(store: RowReader, asked: DaysAsked): Promise<ExplainedPhase[]> {
  const days = await daysOf(store, { ...asked, from: horizonOf(asked.from) });
  const within = phasesThrough(days, asked.to).filter(({ end }) => end === null || end >= asked.from);
  const candidates = await candidatesOf(store, asked, within);
  const counted = await countingEvents(store, asked, candidates);
  return within.map((phase) => ({ ...phase, events: eventsOf(phase, counted) }));
}

/** The scored events of all days in which the phases may have begun: two queries, whatever the number of phases. */
async function candidatesOf(store: RowReader, asked: DaysAsked, phases: readonly Phase[]): Promise<Candidate[]> {
  const starts = phases.map(({ start }) => start).toSorted();
  const [first, last] = [starts[0], starts.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { dyad, scale, asOf, scoring = newestScoring } = asked;
  const range = { from: daysLater(first, -searchedDays), to: last, asOf };
  const candidates: Candidate[] = [];
  for await (const event of eventsIn(store, timeline, { subject: dyad, order: 'oldest', limit: together, ...range })) {
    const facts = scoring.factsOf(event);
    const score = facts?.scores[scale];
    if (facts === undefined || score === undefined || !facts.dyads.includes(dyad)) continue;
    const { id, day, type, weight } = facts;
    candidates.push({ id, day, type, weighted: weight * score });
  }
  return candidates;
}

/** The events that contributed most to the beginning of a phase. */
function eventsOf({ kind, start }: Phase, counted: readonly Candidate[]): PhaseEvent[] {
  const direction = kind === 'thaw' ? 1 : -1;
  const earliest = daysLater(start, -searchedDays);
  return counted
    .filter(({ day }) => day >= earliest && day <= start)
    .map(({ id, day, type, weighted }) => {
      const contribution = (weighted * 2 ** ((dayNumber(day) - dayNumber(start)) / fastHalfLife)) / 100;
      return { id, day, type, contribution };
    })
    .filter(({ contribution }) => contribution * direction > 0)
    .toSorted((a, b) => (b.contribution - a.contribution) * direction)
    .slice(0, eventsShown);
}
