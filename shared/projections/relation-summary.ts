import type { QuadClass } from '../domain/cameo.ts';
import type { Contact } from '../domain/contact.ts';
import { totalOf } from '../domain/counts.ts';
import { phasesThrough } from '../domain/phases.ts';
import { quadCounts } from '../domain/quad-counts.ts';
import { horizonOf, indexByDay } from '../domain/relation-index.ts';
import type { Scoring } from '../domain/scoring.ts';
import type { Scale } from '../domain/score.ts';
import { readCensus } from './census.ts';
import { lastContact, lastHighLevelVisit } from './contacts.ts';
import { aboutDyad, countedEvents } from './counted-events.ts';
import { type YearCount, yearCounts } from './party-profile.ts';
import { eventsIn } from './read-events.ts';
import type { ReadModels } from './read-models.ts';
import { daysOf } from './read-scores.ts';
import { type ShortEvent, shortened } from './short-event.ts';
import { timeline } from './timeline.ts';

export interface SummaryAsked {
  readonly dyad: string;
  readonly scale: Scale;
  /** The day (`YYYY-MM-DD`) on which it is asked how things stand. */
  readonly on: string;
  readonly asOf?: string | undefined;
  readonly scoring: Scoring;
}

/** A contact in a few words. */
export type ShortContact = Pick<Contact, 'id' | 'kind' | 'occurred' | 'from' | 'to' | 'level'>;

/** Where a relation stands. */
export interface RelationSummary {
  readonly lastEvent: ShortEvent | null;
  readonly lastContact: ShortContact | null;
  /** Of a minister or above, as far as levels were recorded. */
  readonly lastHighLevelVisit: ShortContact | null;
  readonly index: { readonly slow: number; readonly fast: number; readonly weight: number };
  /** The thaw or chill that it is in. */
  readonly phase: { readonly kind: 'thaw' | 'chill'; readonly start: string } | null;
  /** How many events were held; and how many planned, supposed or denied. */
  readonly n: number;
  readonly unheld: number;
  readonly quadClasses: Readonly<Record<QuadClass, number>>;
  readonly years: readonly YearCount[];
}

type Store = Pick<ReadModels, 'rows'>;

/** Everything at the same time, each from the rows that tell it: the end of a list, the counts, the days of the score. */
export async function relationSummary(store: Store, asked: SummaryAsked): Promise<RelationSummary> {
  const { dyad, asOf } = asked;
  const [lastEvent, contact, visit, standing, years] = await Promise.all([
    lastEventOf(store, asked),
    lastContact(store, dyad, asOf),
    lastHighLevelVisit(store, dyad, asOf),
    standingOf(store, asked),
    readCensus(store, countedEvents, { subject: aboutDyad(dyad), asOf }),
  ]);
  const { n = 0, unheld = 0, ...counts } = totalOf(years);
  return {
    lastEvent,
    lastContact: contact === undefined ? null : shortContact(contact),
    lastHighLevelVisit: visit === undefined ? null : shortContact(visit),
    ...standing,
    n,
    unheld,
    quadClasses: quadCounts(counts),
    years: yearCounts(years),
  };
}

async function lastEventOf(store: Store, { dyad, asOf }: SummaryAsked): Promise<ShortEvent | null> {
  const newest = { subject: dyad, asOf, modalities: ['held'], order: 'newest', limit: 10 } as const;
  for await (const event of eventsIn(store, timeline, newest)) return shortened(event);
  return null;
}

const shortContact = ({ id, kind, occurred, from, to, level }: Contact): ShortContact => ({
  id,
  kind,
  occurred,
  from,
  to,
  ...(level !== undefined && { level }),
});

async function standingOf(
  store: Store,
  { dyad, scale, on, asOf, scoring }: SummaryAsked,
): Promise<Pick<RelationSummary, 'index' | 'phase'>> {
  const days = await daysOf(store, { dyad, scale, from: horizonOf(on), to: on, asOf, scoring });
  const { slow, fast, weight } = [...indexByDay(days, on)].at(-1) ?? { slow: 0, fast: 0, weight: 0 };
  const last = phasesThrough(days, on).at(-1);
  return {
    index: { slow, fast, weight },
    phase: last?.end === null ? { kind: last.kind, start: last.start } : null,
  };
}
