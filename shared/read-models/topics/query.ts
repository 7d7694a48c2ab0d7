import { monthsBetween, monthsLater } from '#shared/domain/dates/calendar.ts';
import type { QuadClass } from '#shared/domain/scoring/quad-class.ts';
import { addCounts, type Counts, countsUnder, totalOf } from '#shared/domain/scoring/counts.ts';
import { quadCounts } from '#shared/domain/scoring/quad-counts.ts';
import type { Page } from '#shared/page.ts';
import { storedPartition } from '#shared/projections/engine/projection.ts';
import { countFacetsOf, longer } from '#shared/read-models/parties/count-facets.ts';
import {
  allEvents,
  countedEvents,
  countsOf,
  type CountsRow,
  dyadsOfTopic,
  topicsPartition,
} from '#shared/read-models/parties/counted-events.ts';
import { aboutTopic } from '#shared/read-models/parties/dossiers.ts';
import { countsAt, type CountsRead, type Headings, readCounters } from '#shared/read-models/parties/read-counters.ts';
import { eventsIn, mostTogether } from '#shared/read-models/timeline/query.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';

/** How often a topic comes up. */
export interface TopicCount {
  readonly topic: string;
  /** Events that were held, and those that were planned, supposed or denied. */
  readonly n: number;
  readonly unheld: number;
  /** The last month (`YYYY-MM`) with an event of either kind; null: none that is known to lie in one month. */
  readonly lastMonth: string | null;
}

export interface TopicsQuery {
  readonly prefix?: string | undefined;
  readonly asOf?: string | undefined;
  readonly limit: number;
  /** The last topic of the page before. */
  readonly after?: string | undefined;
}

/**
 * Topics by name, those that begin with a prefix: one query of a row for each month of each of them, and as of an
 * instant the log of its month.
 */
export async function readTopics(store: RowReader, { prefix = '', asOf, limit, after }: TopicsQuery): Promise<Page<TopicCount>> {
  const rows: CountsRead[] = [];
  const topics: string[] = [];
  let isMore = false;
  for await (const row of topicRows(store, { from: after === undefined ? prefix : `${after}$`, prefix, limit })) {
    const { topic, ...counted } = row;
    if (topics.at(-1) !== topic) {
      isMore = topics.length === limit;
      if (isMore) break;
      topics.push(topic);
    }
    rows.push({ subject: aboutTopic(topic), ...counted });
  }
  const counts = await countsAt(store, rows, asOf);
  const items = topics.map((topic): TopicCount => {
    const months: Headings = counts.get(aboutTopic(topic)) ?? new Map();
    const { n = 0, unheld = 0 } = totalOf(months);
    return { topic, n, unheld, lastMonth: lastMonth(months) ?? null };
  });
  const next = topics.at(-1);
  return { items: items.filter(({ n, unheld }) => n + unheld > 0), ...(isMore && next !== undefined && { next }) };
} // prettier-ignore

/** Months of a topic that are read at a time for each that is shown: most come up in no more. */
const usualRows = 12;

/**
 * The rows of the topics in their order; a topic is no longer than its slug, and `#` comes before everything that a
 * slug may hold.
 */
async function* topicRows(store: RowReader, { from, prefix, limit }: { readonly from: string; readonly prefix: string; readonly limit: number }) {
  const partition = storedPartition(countedEvents, topicsPartition);
  const range = { from: from === '' ? undefined : from, to: `${prefix}\u{10ffff}`, pageSize: Math.min(limit * usualRows, 5000) };
  for await (const { sort, data } of store.rows({ partition, order: 'ascending', ...range })) {
    const [topic = '', heading = '', recordedIn = ''] = sort.split('#');
    yield { topic, heading, recordedIn, ...(data as CountsRow) };
  }
} // prettier-ignore

const lastMonth = (months: Headings): string | undefined =>
  [...months.keys()].findLast((heading) => heading !== longer);

/** A topic in a month. Counted are events that are known to have been held within the month. */
export interface TopicMonth {
  readonly month: string;
  readonly n: number;
  readonly unheld: number;
  /** Events of any topic, or of none. */
  readonly total: number;
  /** n / total; null where there is no event at all. */
  readonly share: number | null;
  readonly quadClasses: Readonly<Record<QuadClass, number>>;
  /** The dyads in whose events it came up most often. */
  readonly dyads: readonly { readonly dyad: string; readonly n: number }[];
}

export interface TrendQuery {
  readonly topic: string;
  /**
   * First and last month (`YYYY-MM`); absent: 24 months up to the last, and up to the last in which the topic came up.
   */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** The events of this dyad only. */
  readonly dyad?: string | undefined;
  readonly asOf?: string | undefined;
}

const dyadsShown = 5;
const usualMonths = 24;
/** Months of one trend: twenty years. */
export const maxMonths = 240;

/**
 * How often a topic came up in each month. Reads counts: a row for each month and month of recording, also of each of
 * the topic's dyads, and as of an instant the log of its month. Of a dyad, reads the dyad's timeline in these months.
 */
export async function topicTrend(store: RowReader, query: TrendQuery): Promise<TopicMonth[]> {
  const { topic, dyad, asOf } = query;
  const last = query.to ?? lastMonth(await readCounters(store, { subject: aboutTopic(topic), asOf }));
  if (last === undefined) return [];
  const from = query.from ?? monthsLater(last, 1 - usualMonths);
  const longest = monthsLater(from, maxMonths - 1);
  const to = last < longest ? last : longest;
  const [ofTopic, ofAll, ofDyads] = await (dyad === undefined
    ? Promise.all([aboutTopic(topic), allEvents, dyadsOfTopic(topic)].map(async (subject) => readCounters(store, { subject, from, to, asOf })))
    : countsOfDyad(store, { topic, from, to, dyad, asOf }));
  const dyadsByMonth = Map.groupBy(ofDyads ?? [], ([heading]) => heading.slice(0, 'YYYY-MM'.length));
  return monthsBetween(from, to).map((month) => {
    const counts = ofTopic?.get(month) ?? {};
    const { n = 0, unheld = 0 } = counts;
    const total = ofAll?.get(month)?.n ?? 0;
    return {
      month,
      n,
      unheld,
      total,
      share: total === 0 ? null : n / total,
      quadClasses: quadCounts(counts),
      dyads: mostFrequent(dyadsByMonth.get(month) ?? []),
    };
  });
} // prettier-ignore

/** The dyads of a month with the most events. */
function mostFrequent(headings: readonly (readonly [heading: string, counts: Counts])[]): TopicMonth['dyads'] {
  const sums = headings.reduce((sum, [heading, { n = 0 }]) => {
    return addCounts(sum, { [heading.slice('YYYY-MM#'.length)]: n });
  }, {});
  return countsUnder(sums, '')
    .slice(0, dyadsShown)
    .map(([dyad, n]) => ({ dyad, n }));
}

type Months = TrendQuery & { readonly from: string; readonly to: string; readonly dyad: string };

/** The counts of a topic, of all topics, and of the topic's dyads, by month, out of the events of one dyad. */
async function countsOfDyad(store: RowReader, { topic, from, to, dyad, asOf }: Months): Promise<Headings[]> {
  const subjects = [aboutTopic(topic), allEvents, dyadsOfTopic(topic)];
  const sums = subjects.map(() => new Map<string, Counts>());
  const days = { from: `${from}-01`, to: `${to}-31` };
  const asked = { subject: dyad, ...days, asOf, order: 'oldest', limit: mostTogether } as const;
  for await (const event of eventsIn(store, timeline, asked)) {
    for (const { subject, heading, counts } of countsOf(countFacetsOf(event))) {
      const sum = sums[subjects.indexOf(subject)];
      sum?.set(heading, addCounts(sum.get(heading) ?? {}, counts));
    }
  }
  return sums;
}
