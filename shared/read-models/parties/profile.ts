import type { QuadClass } from '#shared/domain/scoring/quad-class.ts';
import { type Counts, countsUnder, totalOf } from '#shared/domain/scoring/counts.ts';
import { dyadOf } from '#shared/domain/parties/dyad.ts';
import { quadCounts } from '#shared/domain/scoring/quad-counts.ts';
import { longer } from './count-facets.ts';
import { readCounters } from './read-counters.ts';
import { dossiers } from './dossiers.ts';
import { aboutParty } from '#shared/read-models/timeline/list-names.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { heldAtEnd, type ShortEvent } from '#shared/read-models/events/short-event.ts';

/** What happened in a year, or in more than one (`null`): how many events were held. */
export interface YearCount {
  readonly year: string | null;
  readonly n: number;
}

/**
 * What is recorded of a party as a whole. Counted is what was held and the party took part in; `unheld` is what was
 * planned, supposed or denied.
 */
export interface PartyProfile {
  readonly party: string;
  readonly n: number;
  readonly unheld: number;
  readonly quadClasses: Readonly<Record<QuadClass, number>>;
  readonly years: readonly YearCount[];
  /** The most frequent first. */
  readonly types: readonly { readonly type: string; readonly n: number }[];
  /** With whom it took part in events, the most frequent first; `partnerCount` is the number of all. */
  readonly partners: readonly { readonly party: string; readonly dyad: string; readonly n: number }[];
  readonly partnerCount: number;
  readonly firstEvent: ShortEvent | null;
  readonly lastEvent: ShortEvent | null;
}

/**
 * The profile of a party, with its `top` partners. Reads the counts (a row for each year and month of recording, as of
 * an instant also the log of the instant's month) and the dossier's first and last rows, at the same time; never all of
 * the party's events.
 */
export async function partyProfile(
  store: RowReader,
  { party, asOf, top }: { readonly party: string; readonly asOf?: string | undefined; readonly top: number },
): Promise<PartyProfile> {
  const [byYear, firstEvent, lastEvent] = await Promise.all([
    readCounters(store, { subject: aboutParty(party), asOf }),
    heldAtEnd(store, dossiers, { subject: aboutParty(party), asOf, order: 'oldest' }),
    heldAtEnd(store, dossiers, { subject: aboutParty(party), asOf, order: 'newest' }),
  ]);
  const total = totalOf(byYear);
  const partners = countsUnder(total, 'with/');
  return {
    party,
    n: total.n ?? 0,
    unheld: total.unheld ?? 0,
    quadClasses: quadCounts(total),
    years: yearCounts(byYear),
    types: countsUnder(total, 'type/').map(([type, n]) => ({ type, n })),
    partners: partners.slice(0, top).map(([other, n]) => ({ party: other, dyad: dyadOf(party, other), n })),
    partnerCount: partners.length,
    firstEvent,
    lastEvent,
  };
}

/** The years in which something was held, in order; what may have been in several comes last. */
export const yearCounts = (headings: ReadonlyMap<string, Counts>): YearCount[] =>
  [...headings].flatMap(([year, { n = 0 }]) => (n === 0 ? [] : [{ year: year === longer ? null : year, n }]));
