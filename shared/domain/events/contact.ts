import type { CorrectedEvent } from '#shared/domain/corrections/corrected-event.ts';
import { credibilityFactor } from '#shared/domain/scoring/credibility.ts';
import { isHeld } from './held.ts';
import { isMultilateral, partiesOf } from './multilateral.ts';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import { scoredDyads } from '#shared/domain/scoring/scored-dyads.ts';

/** The types of event in which parties are in contact. A mediation is none: its parties may never meet. */
const kinds = { VisitConducted: 'visit', MeetingHeld: 'meeting', CallHeld: 'call', TalksHeld: 'talks' } as const;

export type ContactKind = (typeof kinds)[keyof typeof kinds];
export const contactKinds: readonly ContactKind[] = Object.values(kinds);

/** The fields of an event that a network of contacts needs. */
export interface Contact {
  readonly id: string;
  readonly kind: ContactKind;
  readonly occurred: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Who was in contact with whom: parties of the same side, such as two visitors, are not said to be. */
  readonly dyads: readonly string[];
  /** Of a multilateral contact, which has no dyads: how many parties were there. */
  readonly parties?: number;
  /** Factor of its credibility, in tenths. */
  readonly weight: number;
  readonly level?: CorrectedEvent['level'];
}

/** Returns the contact of an event that was held and counts; `undefined`: none. */
export function contactOf(event: CorrectedEvent): Contact | undefined {
  const { id, type, occurred, level } = event;
  const dyads = scoredDyads(event.participants);
  const among = isMultilateral(event.participants) ? { parties: partiesOf(event.participants).length } : {};
  if (!isContactType(type) || !isHeld(event) || (dyads.length === 0 && among.parties === undefined)) return undefined;
  const weight = credibilityFactor(event.evidence?.credibility);
  return {
    id,
    kind: kinds[type],
    occurred,
    ...occurredRange(occurred),
    dyads,
    ...among,
    weight,
    ...(level && { level }),
  };
}

const isContactType = (type: string): type is keyof typeof kinds => Object.hasOwn(kinds, type);

const highLevels: readonly CorrectedEvent['level'][] = [
  'head-of-state',
  'head-of-government',
  'foreign-minister',
  'minister',
];

/** Returns whether an event is a visit with a recorded level of ministers or above. */
export const isHighLevelVisit = ({ kind, level }: Contact): boolean => kind === 'visit' && highLevels.includes(level);
