import { isHeld } from '#shared/domain/events/held.ts';
import { mostBilateral, partiesOf } from '#shared/domain/events/multilateral.ts';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import { dyadsOf } from '#shared/domain/parties/dyad.ts';
import { type QuadClass, quadClasses, quadClassOf } from '#shared/domain/scoring/quad-class.ts';
import type { Counts } from '#shared/domain/scoring/counts.ts';
import type { SeenEvent } from '#shared/projections/engine/change.ts';
import { oncePer } from '#shared/domain/once-per.ts';

/**
 * The heading of events that may have happened in more than one of the years, or months, that others are counted under.
 */
export const longer = 'longer';

/** What of an event it counts for: short enough to be kept with every change. */
export interface CountFacets {
  readonly type: string;
  /** The month that it happened in, as far as that is one; or else the year. */
  readonly month?: string | undefined;
  readonly held?: true;
  /** The quad class, as GDELT numbers them. */
  readonly quad?: number;
  /** Those that take part, each once. */
  readonly parties: readonly string[];
  /** The dyads that it bears on, other than those of its parties. */
  readonly bearsOn?: readonly string[];
  readonly topics?: readonly string[];
  /** It is not to be counted any more. */
  readonly withdrawn?: true;
}

/** The facets of an event. */
export const countFacetsOf = oncePer((event: SeenEvent): CountFacets => {
  const { type, cameo, participants, bearsOn = [], topics = [], withdrawn } = event;
  const month = within(event, 'YYYY-MM'.length) ?? within(event, 'YYYY'.length);
  const parties = partiesOf(participants);
  const own = new Set(bearsOn.length > 0 ? pairsOf(parties) : []);
  const others = [...new Set(bearsOn)].filter((dyad) => !own.has(dyad));
  return {
    type,
    ...(month !== undefined && { month }),
    ...(isHeld(event) && { held: true }),
    ...(cameo !== undefined && { quad: quadClasses.indexOf(quadClassOf(cameo)) + 1 }),
    parties,
    ...(others.length > 0 && { bearsOn: others }),
    ...(topics.length > 0 && { topics: [...new Set(topics)] }),
    ...(withdrawn !== undefined && { withdrawn: true }),
  };
});

function within({ occurred }: SeenEvent, length: number): string | undefined {
  const { from, to } = occurredRange(occurred);
  const [first, last] = [from?.slice(0, length), to?.slice(0, length)];
  return first === last ? first : undefined;
}

/** The headings that an event is counted under: of parties and dyads by year, of topics and of all events by month. */
export const yearOf = ({ month }: CountFacets): string => month?.slice(0, 'YYYY'.length) ?? longer;
export const monthHeading = ({ month }: CountFacets): string =>
  month === undefined || month.length < 'YYYY-MM'.length ? longer : month;

/**
 * What an event adds to the counts of a subject: `n` when it was held, `unheld` when it was planned, supposed or
 * denied.
 */
export function countsFor({ held, quad }: CountFacets, names: readonly string[] = []): Counts {
  if (held === undefined) return { unheld: 1 };
  const quadClass = quad === undefined ? [] : [`quad/${quadNamed(quad)}`];
  return Object.fromEntries(['n', ...quadClass, ...names].map((name) => [name, 1]));
}

const quadNamed = (quad: number): QuadClass | undefined => quadClasses[quad - 1];

/** The dyads that an event is about: of a multilateral one, those that it is said to bear on. */
export const dyadsIn = ({ parties, bearsOn = [] }: Pick<CountFacets, 'parties' | 'bearsOn'>): string[] => [
  ...pairsOf(parties),
  ...bearsOn,
];

/** Every pair of some parties; none where there are too many for an event of two. */
const pairsOf = (parties: readonly string[]): string[] => (parties.length > mostBilateral ? [] : dyadsOf(parties));
