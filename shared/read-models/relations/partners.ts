import { monthCount, monthOf, monthsLater } from '#shared/domain/dates/calendar.ts';
import { dyadOf } from '#shared/domain/parties/dyad.ts';
import type { Scale } from '#shared/domain/scoring/score.ts';
import type { Scoring } from '#shared/domain/scoring/scoring.ts';
import { lessSuspects } from '#shared/domain/scoring/shared-days.ts';
import { emptyTally, type ScoreSummary, summaryOf, summed, type Tally, tallied } from '#shared/domain/scoring/tally.ts';
import { inParallel } from '#shared/in-parallel.ts';
import { storedPartition } from '#shared/projections/engine/projection.ts';
import type { ReadModels, RowReader } from '#shared/projections/engine/read-models.ts';
import { partsKnown } from '#shared/read-models/scores/query.ts';
import { monthAndPartner, monthsOfParty, scores, type ScoresRow } from '#shared/read-models/scores/projection.ts';

/** What a party and another have had to do with each other in a window of months. */
export interface Partner extends ScoreSummary {
  readonly partner: string;
  readonly dyad: string;
  /** The mean score in the window of the same length before; null where there was no event. */
  readonly meanBefore: number | null;
  /** Mean in the window − mean before; null where one of them is null. */
  readonly change: number | null;
}

/** What partners are ranked by: how many events, their mean score, or how that has changed. */
export type PartnerOrder = 'volume' | 'score' | 'change';

export interface PartnersAsked {
  readonly party: string;
  readonly scale: Scale;
  /** The first and the last month of the window. */
  readonly from: string;
  readonly to: string;
  readonly sort: PartnerOrder;
  readonly asOf?: string | undefined;
  /** By which what was known is added up; absent: the newest. */
  readonly scoring?: Scoring;
}

type Store = Pick<ReadModels, 'rows'>;

/** A party's sums with one partner in one month. */
interface PartnerMonth {
  readonly partner: string;
  readonly month: string;
  readonly tally: Tally;
}

/**
 * The partners with a scored event in the window, the greatest first; those without a figure last, equals in the order
 * of their codes.
 */
export async function partnersOf(store: RowReader, asked: PartnersAsked): Promise<Partner[]> {
  const before = monthsLater(asked.from, -monthCount(asked.from, asked.to));
  const months = await (asked.asOf === undefined
    ? monthsNow(store, asked, before, asked.to)
    : monthsThen(store, asked, before, asked.asOf));
  return [...Map.groupBy(months, ({ partner }) => partner)]
    .map(([partner, some]) => partnerOf(asked, partner, some))
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => compare(figureOf[asked.sort](a), figureOf[asked.sort](b)) || (a.partner < b.partner ? -1 : 1));
}

const figureOf: Readonly<Record<PartnerOrder, (partner: Partner) => number | null>> = {
  volume: ({ n }) => n,
  score: ({ mean }) => mean,
  change: ({ change }) => change,
};

/** The greatest first, null last. */
const compare = (a: number | null, b: number | null): number =>
  a === b ? 0 : (b ?? Number.NEGATIVE_INFINITY) - (a ?? Number.NEGATIVE_INFINITY);

function partnerOf({ party, from }: PartnersAsked, partner: string, months: readonly PartnerMonth[]): Partner {
  const summary = (some: readonly PartnerMonth[]) =>
    summaryOf(some.reduce((sum, { tally }) => summed(sum, tally), emptyTally));
  const now = summary(months.filter(({ month }) => month >= from));
  const { mean: meanBefore } = summary(months.filter(({ month }) => month < from));
  const change = now.mean === null || meanBefore === null ? null : now.mean - meanBefore;
  return { partner, dyad: dyadOf(party, partner), ...now, meanBefore, change };
}

async function monthsNow(store: Store, { party, scale }: PartnersAsked, from: string, to: string) {
  const months: PartnerMonth[] = [];
  for await (const { month, partner, row } of monthRows(store, party, { from, to: monthAndPartner(to, '~') })) {
    const tally = row[scale];
    const last = months.at(-1);
    if (tally === undefined) continue;
    if (last?.month !== month || last.partner !== partner) months.push({ month, partner, tally });
    else months[months.length - 1] = { ...last, tally: lessSuspects(last.tally, tally) };
  }
  return months;
}

/** What was known at an instant is added up anew, relation by relation; each former partner has a row, too. */
async function monthsThen(store: RowReader, { party, scale, to, scoring }: PartnersAsked, from: string, asOf: string) {
  const partners = new Set<string>();
  for await (const { partner } of monthRows(store, party, {})) partners.add(partner);
  const months = await inParallel([...partners], async (partner) => {
    const parts = await partsKnown(store, dyadOf(party, partner), asOf, scoring);
    return parts.flatMap((part): PartnerMonth[] => {
      const month = monthOf(part.day);
      if (part.scale !== scale || month < from || month > to) return [];
      return [{ partner, month, tally: tallied(emptyTally, part, part.times) }];
    });
  });
  return months.flat();
}

async function* monthRows(store: Store, party: string, range: { readonly from?: string; readonly to?: string }) {
  const partition = storedPartition(scores, monthsOfParty(party));
  for await (const { sort, data } of store.rows({ partition, order: 'ascending', ...range })) {
    const [month = '', partner = ''] = sort.split('#');
    yield { month, partner, row: data as ScoresRow };
  }
}
