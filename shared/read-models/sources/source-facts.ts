import type { CorrectedEvent } from '#shared/domain/corrections/corrected-event.ts';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import { independentSources } from '#shared/domain/events/independent-sources.ts';
import { foldedName } from '#shared/domain/parties/folded-name.ts';
import type { Counts } from '#shared/domain/scoring/counts.ts';
import { boundedKey } from '#shared/projections/engine/bounded-key.ts';

/** The counts of an event for a publisher that reports it. */
export interface SourceFacts {
  /** The publisher's folded name, which identifies it. */
  readonly publisher: string;
  /** As the report writes it. */
  readonly name: string;
  /** The month of the first day on which the event may have happened; `undated`: there is none. */
  readonly month: string;
  readonly counts: Counts;
}

/** The heading of events without a first day: it sorts after all months. */
export const undated = 'undated';

/** The publishers that an event counts for at most, those of its first reports: each takes two rows. */
export const mostPublishers = 20;
/** Bytes of a publisher's folded name in a key: some characters fold to eighteen. */
const maxNameBytes = 500;

const keyOf = (name: string): string => boundedKey(foldedName(name), maxNameBytes);

/**
 * Returns the counts of an event for each publisher that reports it, at most `mostPublishers`. An event counts once for
 * a publisher, however many reports it has there: as borrowed if all of them name another origin, as shared if another
 * publisher names the same origin, as corroborated if more than one independent source reports the event, and as denied
 * or retracted as false. Events that were merged, or retracted as a duplicate or out of scope, count for none.
 */
export function sourceFacts(event: CorrectedEvent): SourceFacts[] {
  const { evidence = {}, occurred, deniedBy = [], withdrawn } = event;
  const { reports = [] } = evidence;
  if (withdrawn !== undefined && withdrawn.reason !== 'false') return [];
  const month = occurredRange(occurred).from?.slice(0, 'YYYY-MM'.length) ?? undated;
  const isCorroborated = independentSources(evidence) > 1;
  const named = reports.map((report) => ({ ...report, by: keyOf(report.publisher), on: keyOf(report.origin ?? report.publisher) }));
  const publishers = [...Map.groupBy(named, ({ by }) => by)].slice(0, mostPublishers);
  return publishers.map(([publisher, own]) => {
    const origins = new Set(own.map(({ on }) => on));
    const counts: Counts = {
      events: 1,
      reports: own.length,
      ...(!origins.has(publisher) && { borrowed: 1 }),
      ...(named.some(({ by, on }) => by !== publisher && origins.has(on)) && { shared: 1 }),
      ...(isCorroborated && { corroborated: 1 }),
      ...(deniedBy.length > 0 && { denied: 1 }),
      ...(withdrawn !== undefined && { retracted: 1 }),
    };
    return { publisher, name: own[0]?.publisher ?? publisher, month, counts };
  });
} // prettier-ignore
