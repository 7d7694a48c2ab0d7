import { type Dated, dated, happenedBy, inOrder, notWithdrawn, type Step, stepOf } from './lifecycle-step.ts';
import type { LifecycleEvent } from '#shared/domain/streams/lifecycle-event.ts';
import { type Mission, missionOn } from './mission.ts';

/** The relations of two states: `unknown` when no report establishes or severs them. */
export interface Relations {
  readonly status: 'established' | 'severed' | 'unknown';
  readonly since: Dated | null;
  readonly events: readonly Step[];
}

/** A difference in how two states are represented in each other. */
export interface Asymmetry {
  readonly kind: 'mission' | 'rank' | 'residence' | 'head';
  readonly explanation: string;
}

/** The representation of two states in each other on a day. */
export interface Representation {
  readonly dyad: string;
  readonly on: string;
  readonly relations: Relations;
  /** The mission of each in the other, in the order of the dyad. */
  readonly missions: readonly [Mission, Mission];
  readonly asymmetries: readonly Asymmetry[];
}

/** The histories that a representation follows from: of the two missions, and of the relation. */
export interface RepresentationHistories {
  readonly missions: readonly [readonly LifecycleEvent[], readonly LifecycleEvent[]];
  readonly relations: readonly LifecycleEvent[];
}

/** Returns the representation of two parties (in the order of their dyad) at the end of a day (`YYYY-MM-DD`). */
export function representationOn(
  day: string,
  [first, second]: readonly [string, string],
  { missions: [own, other], relations }: RepresentationHistories,
): Representation {
  const missions = [
    missionOn(day, [first, second], { own, reverse: other, relations }),
    missionOn(day, [second, first], { own: other, reverse: own, relations }),
  ] as const;
  return {
    dyad: `${first}-${second}`,
    on: day,
    relations: relationsOn(day, relations),
    missions,
    asymmetries: asymmetriesOf(missions),
  };
}

const statusAfter: Readonly<Record<string, Relations['status']>> = {
  RelationsEstablished: 'established',
  RelationsRestored: 'established',
  RelationsSevered: 'severed',
};

function relationsOn(day: string, history: readonly LifecycleEvent[]): Relations {
  let known: Pick<Relations, 'status' | 'since'> = { status: 'unknown', since: null };
  for (const event of happenedBy(day, history).possibly) {
    const status = statusAfter[event.type] ?? known.status;
    if (status !== known.status) known = { status, since: dated(event) };
  }
  return { ...known, events: inOrder(notWithdrawn(history)).map(stepOf) };
}

/** Returns the asymmetries; an unknown fact of one side is none. */
function asymmetriesOf([one, other]: readonly [Mission, Mission]): Asymmetry[] {
  const found: Asymmetry[] = [];
  const compare = (kind: Asymmetry['kind'], saying: (mission: Mission) => string | undefined) => {
    const [a, b] = [saying(one), saying(other)];
    if (a === undefined || b === undefined || a === b) return;
    found.push({
      kind,
      explanation: `${one.sender} in ${one.receiver}: ${a}; ${other.sender} in ${other.receiver}: ${b}`,
    });
  };
  compare('mission', ({ status }) => ({ open: 'mission open', closed: 'mission closed', unknown: undefined })[status]);
  compare('rank', ({ rank }) => rank ?? undefined);
  compare('residence', ({ nonResident }) =>
    nonResident === null ? undefined : nonResident ? 'non-resident' : 'resident',
  );
  compare('head', ({ head }) => (head === null ? undefined : `head of mission ${head.status}`));
  return found;
}
