import { addCounts, type Counts } from '../domain/counts.ts';
import type { Change, SeenEvent } from './change.ts';
import { paddedPosition } from './knowledge.ts';
import { type Projection, type ProjectionName, type RowKey, storedPartition } from './projection.ts';
import type { ReadModels } from './read-models.ts';

/** What an event counts for: in a subject, under a heading such as the month it happened in. */
export interface Counted {
  readonly subject: string;
  readonly heading: string;
  readonly counts: Counts;
}

/** How a change changes the counts of a subject, by heading; or, in the row of one heading, what the changes of a month add up to. */
type CensusRow = Readonly<Record<string, Counts>>;

export type Census = Projection<CensusRow, Change>;

/**
 * A read model that counts events, and can tell the counts at any time. Each change is folded twice: exactly, as the difference that it makes,
 * into the sum of the month in which it was recorded, and as a small row of its own. The counts of now are the sum of all months; those of an
 * instant the sum of the months before, and of the changes in its month up to then. So an event costs two writes for each of its subjects,
 * and a query reads a row for each heading and month, never all events.
 */
export function census({
  counted,
  ...named
}: ProjectionName & { readonly counted: (event: SeenEvent) => readonly Counted[] }): Census {
  const difference = ({ before, after }: Change): Counted[] => {
    const sums = new Map<string, Counted>();
    const add = (event: SeenEvent, times: 1 | -1) => {
      for (const { subject, heading, counts } of counted(event)) {
        const name = `${subject}\n${heading}`;
        sums.set(name, { subject, heading, counts: addCounts(sums.get(name)?.counts ?? {}, counts, times) });
      }
    };
    if (before !== undefined) add(before, -1);
    add(after, 1);
    return [...sums.values()].filter(({ counts }) => Object.keys(counts).length > 0);
  };
  return {
    ...named,
    keys: (change) =>
      difference(change).flatMap(({ subject, heading }) => [
        monthRow(subject, heading, change),
        changeRow(subject, change),
      ]),
    project: (row = {}, change, { partition, sort }) => {
      const here = difference(change).filter(({ subject, heading }) =>
        [monthRow(subject, heading, change), changeRow(subject, change)].some(
          (key) => key.partition === partition && key.sort === sort,
        ),
      );
      const isChange = partition.endsWith(changesSuffix);
      const sums = here.map(({ heading, counts }) => [
        heading,
        isChange ? counts : addCounts(row[heading] ?? {}, counts),
      ]);
      return Object.fromEntries(sums);
    },
  };
}

const changesSuffix = '/changes';
const month = (instant: string): string => instant.slice(0, 'YYYY-MM'.length);

const monthRow = (subject: string, heading: string, { recordedAt }: Change): RowKey => ({
  partition: subject,
  sort: `${heading}#${month(recordedAt)}`,
});

const changeRow = (subject: string, { recordedAt, position }: Change): RowKey => ({
  partition: `${subject}${changesSuffix}`,
  sort: `${recordedAt}#${paddedPosition(position)}`,
});

/** Which counts of a subject are asked for. */
export interface CensusQuery {
  readonly subject: string;
  /** Headings from and to here, both inclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** What was known at this instant (UTC); absent: what is known now. */
  readonly asOf?: string | undefined;
}

/** The counts of a subject by heading, in order; headings without any are absent. */
export async function readCensus(
  store: Pick<ReadModels, 'rows'>,
  projection: Census,
  { subject, from, to, asOf }: CensusQuery,
): Promise<ReadonlyMap<string, Counts>> {
  const sums = new Map<string, Counts>();
  const add = (row: CensusRow) => {
    for (const [heading, counts] of Object.entries(row)) {
      const asked = (from === undefined || heading >= from) && (to === undefined || heading <= to);
      if (asked) sums.set(heading, addCounts(sums.get(heading) ?? {}, counts));
    }
  };
  const partition = storedPartition(projection, subject);
  const headings = { from, to: to === undefined ? undefined : `${to}#~` };
  for await (const { sort, data } of store.rows({ partition, order: 'ascending', ...headings })) {
    if (asOf === undefined || sort.slice(sort.lastIndexOf('#') + 1) < month(asOf)) add(data as CensusRow);
  }
  if (asOf !== undefined) {
    const changes = { partition: `${partition}${changesSuffix}`, from: month(asOf), to: `${asOf}#~` };
    for await (const { data } of store.rows({ ...changes, order: 'ascending' })) add(data as CensusRow);
  }
  const found = [...sums].filter(([, counts]) => Object.keys(counts).length > 0);
  return new Map(found.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
