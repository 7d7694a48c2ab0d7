import { dyadOf } from '#shared/domain/parties/dyad.ts';

const codes = ['ARG', 'BRA', 'CAN', 'DNK', 'EGY', 'FIN', 'GHA', 'HUN', 'IDN', 'JPN', 'KEN', 'LKA', 'MEX', 'NPL', 'OMN'];
const pairs = codes.flatMap((first, index) => codes.slice(index + 1).map((second) => [first, second] as const));
const unused = pairs.values();

export interface Relation {
  /** `ARG-BRA` */
  readonly dyad: string;
  /** `relation/ARG-BRA` */
  readonly stream: string;
  /** The path of the stream's events. */
  readonly path: string;
  /** A meeting of the two as it is posted; `more` changes or adds fields. */
  readonly meeting: (more?: Readonly<Record<string, unknown>>) => Record<string, unknown>;
}

/** Two states that no other test of the run has taken: the local cloud is shared, its streams are not. */
export function freshRelation(): Relation {
  const { value: pair, done } = unused.next();
  if (done === true) throw new Error('More relations are needed: add a code');
  const [first, second] = pair;
  const dyad = dyadOf(first, second);
  return {
    dyad,
    stream: `relation/${dyad}`,
    path: `/streams/relation/${dyad}/events`,
    meeting: (more = {}) => ({
      type: 'MeetingHeld',
      occurred: '2025-01-14',
      participants: [
        { party: first, role: 'participant' },
        { party: second, role: 'participant' },
      ],
      ...more,
    }),
  };
}
