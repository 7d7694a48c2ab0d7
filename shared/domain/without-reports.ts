import type { Evidence } from './evidence.ts';

/** An event with the Admiralty code and how many reports there are (`reportCount`), instead of the reports themselves. */
export function withoutReports<Event extends { readonly evidence?: Evidence | undefined }>(event: Event): Event {
  if (event.evidence === undefined) return event;
  const { reports = [], ...code } = event.evidence;
  return { ...event, evidence: { ...code, reportCount: reports.length } };
}
