import type { Evidence } from './evidence.ts';
import { independentSources } from './independent-sources.ts';

interface WithEvidence {
  readonly evidence?: Evidence | undefined;
}

/** Evidence with the numbers of its reports and of their independent sources. */
const counted = (evidence: Evidence) => ({
  ...evidence,
  reportCount: evidence.reports?.length ?? 0,
  sourceCount: independentSources(evidence),
});

/** An event with its reports and sources counted. */
export const withCounts = <Event extends WithEvidence>(event: Event) =>
  event.evidence === undefined ? event : { ...event, evidence: counted(event.evidence) };

/** Replaces the reports of an event by their counts. */
export function withoutReports<Event extends WithEvidence>(event: Event) {
  if (event.evidence === undefined) return event;
  const { reports: _reports, ...evidence } = counted(event.evidence);
  return { ...event, evidence };
}
