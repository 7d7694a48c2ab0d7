import { scorings } from '#shared/domain/scoring/scoring.ts';
import type { Positioned, Projection, ProjectionName } from '#shared/projections/engine/projection.ts';
import { type Touched, touchedWithin } from '#shared/projections/engine/apply-projection.ts';
import type { Change } from '#shared/projections/engine/change.ts';
import { eventRows } from '#shared/projections/engine/event-rows.ts';
import { changes } from './changes/change-log.ts';
import { contacts } from './contacts/projection.ts';
import { lifecycles } from './lifecycles/projection.ts';
import { partyStreams } from './lifecycles/party-streams.ts';
import { countedEvents } from './parties/counted-events.ts';
import { directory } from './parties/directory.ts';
import { dossiers } from './parties/dossiers.ts';
import { people } from './people/projection.ts';
import { scoresBy } from './scores/projection.ts';
import type { ScoreChange } from './scores/score-change.ts';
import { treesBy } from './scores/tree-rows.ts';
import { sources } from './sources/projection.ts';
import { timeline } from './timeline/projection.ts';
import { visitDays } from './visits/projection.ts';

/** What events of the feed change. */
export interface Changed {
  readonly changes: readonly Change[];
  /** What they change in scores, by each scoring's version. */
  readonly scores: ReadonlyMap<number, readonly ScoreChange[]>;
}

/** A projection as the code has it. */
export interface Projected {
  readonly projection: ProjectionName;
  /** The scoring whose changes it folds; absent: it folds the changes of events. */
  readonly scoring?: number;
  /**
   * The rows that the first changes touch in a generation of it: of as many changes as touch at most so many rows, and
   * of one at least.
   */
  readonly touched: (changed: Changed, generation: number, maxRows: number) => Touched;
  /** The most rows that changes touch in it: those of each of them. */
  readonly rowsOf: (changed: Changed) => number;
}

const ofChanges = (projection: Projection<unknown>): Projected => ({
  projection,
  touched: (changed, generation, maxRows) => touchedWithin({ ...projection, generation }, changed.changes, maxRows),
  rowsOf: ({ changes: some }) => keysOf(projection, some),
});

const ofScores = <Input extends Positioned>(
  projection: Projection<unknown, Input>,
  version: number,
  inputs: (changes: readonly ScoreChange[]) => readonly Input[],
): Projected => ({
  projection,
  scoring: version,
  touched: (changed, generation, maxRows) =>
    touchedWithin({ ...projection, generation }, inputs(changed.scores.get(version) ?? []), maxRows),
  rowsOf: (changed) => keysOf(projection, inputs(changed.scores.get(version) ?? [])),
});

const keysOf = <Input extends Positioned>(projection: Projection<unknown, Input>, inputs: readonly Input[]): number =>
  inputs.reduce((sum, input) => sum + projection.keys(input).length, 0);

/** Every read model. A new one is added here, and to `projections-in-code.ts`. */
export const allProjections: readonly Projected[] = [
  ...[
    eventRows,
    timeline,
    dossiers,
    countedEvents,
    directory,
    contacts,
    changes,
    people,
    lifecycles,
    partyStreams,
    visitDays,
    sources,
  ].map((projection) => ofChanges(projection)),
  ...scorings.flatMap((scoring) => [
    ofScores(treesBy(scoring), scoring.version, (some) => some),
    ofScores(scoresBy(scoring), scoring.version, (some) => some),
  ]),
];
