import { dayNumber, daysLater } from '#shared/domain/dates/calendar.ts';
import { contributionsOf } from '#shared/domain/scoring/contributions.ts';
import { type Phase, phasesThrough } from '#shared/domain/scoring/phases.ts';
import { fastHalfLife, horizonOf } from '#shared/domain/scoring/relation-index.ts';
import { newestScoring } from '#shared/domain/scoring/scoring.ts';
import { knownIn } from '#shared/projections/engine/as-of-rows.ts';
import { type DaysAsked, daysOf } from '#shared/read-models/scores/query.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';
import { longEvents, shortEvents, timeline } from '#shared/read-models/timeline/projection.ts';
import { knownBy, type TreeReader, treeReader } from '#shared/read-models/scores/trees.ts';

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

type Store = Pick<ReadModels, 'rows'>;

const eventsShown = 5;
/** Days before its beginning in which the events of a phase are looked for: ten half-lives, after which one contributes less than 0.01. */
const searchedDays = 10 * fastHalfLife;

/** The phases of a relation that were under way in a range of days, in order; the last may go on. */
export async function phasesOf(store: Store, asked: DaysAsked): Promise<ExplainedPhase[]> {
  const days = await daysOf(store, { ...asked, from: horizonOf(asked.from) });
  const within = phasesThrough(days, asked.to).filter(({ end }) => end === null || end >= asked.from);
  return Promise.all(within.map(async (phase) => ({ ...phase, events: await eventsOf(store, asked, phase) })));
}

async function eventsOf(store: Store, asked: DaysAsked, { kind, start }: Phase): Promise<PhaseEvent[]> {
  const { scoring = newestScoring } = asked;
  const candidates: PhaseEvent[] = [];
  for (const partition of [shortEvents(asked.dyad), longEvents(asked.dyad)]) {
    const range = { from: daysLater(start, -searchedDays), to: `${start}#~`, asOf: asked.asOf };
    for await (const { entry } of knownIn(store, timeline, { partition, order: 'ascending', ...range })) {
      const facts = scoring.factsOf(entry);
      const score = facts?.scores[asked.scale];
      if (facts === undefined || score === undefined || !facts.dyads.includes(asked.dyad)) continue;
      const { id, day, type, weight } = facts;
      const contribution = (weight * score * 2 ** ((dayNumber(day) - dayNumber(start)) / fastHalfLife)) / 100;
      candidates.push({ id, day, type, contribution });
    }
  }
  const direction = kind === 'thaw' ? 1 : -1;
  const inOrder = candidates
    .filter(({ contribution }) => contribution * direction > 0)
    .toSorted((a, b) => (b.contribution - a.contribution) * direction);
  const trees = treeReader(store);
  const shown: PhaseEvent[] = [];
  for (const event of inOrder) {
    if (shown.length === eventsShown) break;
    if (await counts(trees, asked, event.id)) shown.push(event);
  }
  return shown;
}

/** Whether it is this event of its tree that is scored. */
async function counts(trees: TreeReader, { dyad, scale, asOf }: DaysAsked, id: string): Promise<boolean> {
  const counted = contributionsOf((await trees.tree(id, knownBy(asOf))).facts);
  return counted.some((one) => one.dyad === dyad && one.scale === scale && one.event === id);
}
