import type { Evidence } from '../domain/evidence.ts';
import { independentSources } from '../domain/independent-sources.ts';

/** Evidence with how many reports it has, and on how many independent sources they rest. */
const counted = (evidence: Evidence) => ({
  ...evidence,
  reportCount: evidence.reports?.length ?? 0,
  sourceCount: independentSources(evidence),
});

/** An event with its reports and sources counted; a correction, or an event without evidence, as it is. */
export const withCounts = <Event extends object>(event: Event): Event =>
  hasEvidence(event) ? { ...event, evidence: counted(event.evidence) } : event;

/** An event with the counts in place of the reports. */
export function withoutReports<Event extends { readonly evidence?: Evidence | undefined }>(event: Event) {
  if (event.evidence === undefined) return event;
  const { reports: _reports, ...evidence } = counted(event.evidence);
  return { ...event, evidence };
}

/** An assessment of credibility, which is a correction, has evidence too, but no reports of its own. */
const hasEvidence = <Event extends object>(event: Event): event is Event & { readonly evidence: Evidence } =>
  'participants' in event && 'evidence' in event && event.evidence !== undefined;
