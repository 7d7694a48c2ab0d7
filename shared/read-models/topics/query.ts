import { monthsBetween, monthsLater } from '#shared/domain/dates/calendar.ts';
import type { QuadClass } from '#shared/domain/scoring/quad-class.ts';
import { addCounts, type Counts, countsUnder, totalOf } from '#shared/domain/scoring/counts.ts';
import { quadCounts } from '#shared/domain/scoring/quad-counts.ts';
import { inParallel } from '#shared/in-parallel.ts';
import type { Page } from '#shared/page.ts';
import { readCounters } from '#shared/projections/engine/counters.ts';
import { allEvents, countedEvents, countsOf, longer } from '#shared/read-models/parties/counted-events.ts';
import { topicNames } from '#shared/read-models/parties/directory.ts';
import { aboutTopic } from '#shared/read-models/parties/dossiers.ts';
import { eventsIn } from '#shared/read-models/timeline/query.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';
import { namesAfter } from '#shared/read-models/parties/read-directory.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';

type Store = Pick<ReadModels, 'rows'>;

/** How often a topic comes up. */
export interface TopicCount {
  readonly topic: string;
  /** Events that were held, and those that were planned, supposed or denied. */
  readonly n: number;
  readonly unheld: number;
  /** The last month (`YYYY-MM`) with an event of either kind; null: none that is known to lie in one month. */
  readonly lastMonth: string | null;
}

/** Topics by name, those that begin with a prefix: one query for the names, and one of a row for each of its months for each of them. */
export async function readTopics(
  store: Store,
  { prefix, asOf, limit, after }: { readonly prefix?: string | undefined; readonly asOf?: string | undefined; readonly limit: number; readonly after?: string | undefined }, // prettier-ignore
): Promise<Page<TopicCount>> {
  const names = await namesAfter(store, topicNames, { after, limit, ...(prefix !== undefined && { prefix }) });
  const topics = await inParallel(names.items, async (topic): Promise<TopicCount> => {
    const months = await readCounters(store, countedEvents, { subject: aboutTopic(topic), asOf });
    const { n = 0, unheld = 0 } = totalOf(months);
    return { topic, n, unheld, lastMonth: lastMonth(months) ?? null };
  });
  return { ...names, items: topics.filter(({ n, unheld }) => n + unheld > 0) };
}

const lastMonth = (months: ReadonlyMap<string, Counts>): string | undefined =>
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
  /** First and last month (`YYYY-MM`); absent: 24 months up to the last, and up to the last in which the topic came up. */
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
 * How often a topic came up in each month. Reads counts: a row for each month and month of recording, as of an instant also the changes in
 * the instant's month. Of a dyad, reads the dyad's timeline in these months.
 */
export async function topicTrend(store: Store, query: TrendQuery): Promise<TopicMonth[]> {
  const { topic, dyad, asOf } = query;
  const last = query.to ?? lastMonth(await readCounters(store, countedEvents, { subject: aboutTopic(topic), asOf }));
  if (last === undefined) return [];
  const from = query.from ?? monthsLater(last, 1 - usualMonths);
  const longest = monthsLater(from, maxMonths - 1);
  const to = last < longest ? last : longest;
  const [ofTopic, ofAll] =
    dyad === undefined
      ? await Promise.all(
          [aboutTopic(topic), allEvents].map(async (subject) =>
            readCounters(store, countedEvents, { subject, from, to, asOf }),
          ),
        )
      : await countsOfDyad(store, { topic, from, to, dyad, asOf });
  return monthsBetween(from, to).map((month) => {
    const counts = ofTopic?.get(month) ?? {};
    const { n = 0, unheld = 0 } = counts;
    const total = ofAll?.get(month)?.n ?? 0;
    const dyads = countsUnder(counts, 'dyad/').slice(0, dyadsShown);
    return {
      month,
      n,
      unheld,
      total,
      share: total === 0 ? null : n / total,
      quadClasses: quadCounts(counts),
      dyads: dyads.map(([name, count]) => ({ dyad: name, n: count })),
    };
  });
}

/** The counts of a topic and of all topics by month, out of the events of one dyad. */
async function countsOfDyad(
  store: Store,
  { topic, from, to, dyad, asOf }: TrendQuery & { readonly from: string; readonly to: string; readonly dyad: string },
): Promise<ReadonlyMap<string, Counts>[]> {
  const subjects = [aboutTopic(topic), allEvents];
  const sums = subjects.map(() => new Map<string, Counts>());
  const days = { from: `${from}-01`, to: `${to}-31` };
  const asked = { subject: dyad, ...days, asOf, order: 'oldest', limit: 1000 } as const;
  for await (const event of eventsIn(store, timeline, asked)) {
    for (const { subject, heading, counts } of countsOf(event)) {
      const sum = sums[subjects.indexOf(subject)];
      sum?.set(heading, addCounts(sum.get(heading) ?? {}, counts));
    }
  }
  return sums;
}
