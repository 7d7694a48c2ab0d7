import { monthOf } from '#shared/domain/dates/calendar.ts';
import { addCounts, type Counts } from '#shared/domain/scoring/counts.ts';
import type { Change } from '#shared/projections/engine/change.ts';
import { mostBilateral } from '#shared/domain/events/multilateral.ts';
import { oncePer } from '#shared/domain/once-per.ts';
import type { Projection, RowKey } from '#shared/projections/engine/projection.ts';
import { rowId } from '#shared/projections/engine/read-models.ts';
import { type CountFacets, countFacetsOf, countsFor, dyadsIn, monthHeading, yearOf } from './count-facets.ts';
import { aboutTopic } from './dossiers.ts';
import { aboutParty } from '#shared/read-models/timeline/list-names.ts';

/** The subject of all events; those of parties and topics are named as their dossiers. */
export const allEvents = 'all';
/** The subject of a topic's dyads: the heading is `<month>#<dyad>`. */
export const dyadsOfTopic = (topic: string): string => `${aboutTopic(topic)}/dyads`;

/** What an event counts for: in a subject, under a heading such as the month it happened in. */
export interface Counted {
  readonly subject: string;
  readonly heading: string;
  readonly counts: Counts;
}

/** What an event counts for; what was withdrawn counts for nothing. */
export function countsOf(facets: CountFacets): Counted[] {
  const { type, parties, topics = [], withdrawn } = facets;
  if (withdrawn === true) return [];
  const [year, month] = [yearOf(facets), monthHeading(facets)];
  const count = (subject: string, heading: string, names: readonly string[] = []): Counted => ({
    subject,
    heading,
    counts: countsFor(facets, names),
  });
  return [
    ...parties.map((party) => {
      const others = parties.length > mostBilateral ? [] : parties.filter((other) => other !== party);
      return count(aboutParty(party), year, [`type/${type}`, ...others.map((other) => `with/${other}`)]);
    }),
    ...topics.map((topic) => count(aboutTopic(topic), month)),
    ...topics.flatMap((topic) => (facets.held === true ? dyadsIn(facets) : []).map((dyad) => ({ subject: dyadsOfTopic(topic), heading: `${month}#${dyad}`, counts: { n: 1 } }))),
    count(allEvents, month),
  ];
} // prettier-ignore

/**
 * What the changes of a month of recording add up to, under a heading; and the positions of the first and the last of
 * them.
 */
export interface CountsRow {
  readonly counts: Counts;
  readonly first: number;
  readonly last: number;
}

/**
 * Answers "how many events?": of a party (by year, with their types and the parties taking part with it), of a topic
 * (by month, with its dyads) and of all (by month). The counts of now are the sum of all months of recording; those of
 * an instant the sum of the months before, and of the changes in its month up to then, which the log of changes tells.
 */
export const countedEvents: Projection<CountsRow> = {
  name: 'counted-events',
  version: 3,
  keys: (change) => [...differencesOf(change).values()].map(({ key }) => key),
  project: (row, change, key) => {
    const { position } = change;
    const counts = addCounts(row?.counts ?? {}, differencesOf(change).get(rowId(key))?.counts ?? {});
    return { counts, first: Math.min(row?.first ?? position, position), last: position };
  },
};

/** The rows that a change touches, by id, with what it adds to each. */
const differencesOf = oncePer(({ before, after, recordedAt }: Change) => {
  const rows = new Map<string, { readonly key: RowKey; readonly counts: Counts }>();
  const add = ({ subject, heading, counts }: Counted, times: 1 | -1) => {
    const key = countsKey(subject, `${heading}#${monthOf(recordedAt)}`);
    rows.set(rowId(key), { key, counts: addCounts(rows.get(rowId(key))?.counts ?? {}, counts, times) });
  };
  for (const one of before === undefined ? [] : countsOf(countFacetsOf(before))) add(one, -1);
  for (const one of countsOf(countFacetsOf(after))) add(one, 1);
  return new Map([...rows].filter(([, { counts }]) => Object.keys(counts).length > 0));
});

/** The partition in which all topics are, one after the other: a list of them is one query. */
export const topicsPartition = 'topics';
const topicSubject = /^topic\/([^/]+)$/;

/** Where the row of a subject is, by the rest of its sort key. */
export function countsKey(subject: string, rest: string): RowKey {
  const [, topic] = topicSubject.exec(subject) ?? [];
  return topic === undefined ? { partition: subject, sort: rest } : { partition: topicsPartition, sort: `${topic}#${rest}` };
} // prettier-ignore
