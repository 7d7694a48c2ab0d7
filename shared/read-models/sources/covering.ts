import { monthOf } from '#shared/domain/dates/calendar.ts';
import { fewestCovered, type SourceCoverage } from '#shared/domain/scoring/tempo/coverage.ts';
import type { SeenEvent } from '#shared/projections/engine/change.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { publisherPartition, type SourceMonth } from './projection.ts';
import { sourceFacts, undated } from './source-facts.ts';

/** The sources that are followed, those with most of the events. */
const mostSources = 8;
/** Months of a source that are read: of the longest series. */
const mostMonths = 3000;

/**
 * Reads how many events of others the main sources of some events report in each month, through a day: of
 * all of them at the same time. An event of several sources is a part of each.
 */
export async function sourcesOf(
  store: Pick<RowReader, 'whole'>,
  events: readonly SeenEvent[],
  through: string,
): Promise<SourceCoverage[]> {
  const own = ownOf(events);
  const main = [...own].toSorted(([, one], [, other]) => other.part - one.part).slice(0, mostSources);
  const first = main.flatMap(([, { months }]) => [...months.keys()]).toSorted()[0];
  if (first === undefined || first === undated) return [];
  const partitions = new Map(main.map(([publisher]) => [publisherPartition(publisher), publisher]));
  const others = new Map<string, Map<string, number>>();
  const range = { from: first, to: monthOf(through) };
  let read = 0;
  for await (const { partition, sort, data } of store.whole([...partitions.keys()], range)) {
    if ((read += 1) > mostSources * mostMonths) break;
    const publisher = partitions.get(partition) ?? '';
    const count = ((data as SourceMonth).counts.events ?? 0) - (own.get(publisher)?.months.get(sort) ?? 0);
    const months = others.get(publisher) ?? new Map<string, number>();
    others.set(publisher, months.set(sort, Math.max(count, 0)));
  }
  return main.flatMap(([publisher, { part }]) => {
    const months = others.get(publisher) ?? new Map<string, number>();
    return months.size < fewestCovered ? [] : [{ part: part / events.length, others: months }];
  });
}

/** The part that a source has in some events, and how many of them it reports in each month. */
interface Own {
  readonly part: number;
  readonly months: Map<string, number>;
}

function ownOf(events: readonly SeenEvent[]): ReadonlyMap<string, Own> {
  const own = new Map<string, Own>();
  for (const event of events) {
    const facts = sourceFacts(event);
    for (const { publisher, month } of facts) {
      const { part = 0, months = new Map<string, number>() } = own.get(publisher) ?? {};
      own.set(publisher, { part: part + 1 / facts.length, months: months.set(month, (months.get(month) ?? 0) + 1) });
    }
  }
  return own;
}
