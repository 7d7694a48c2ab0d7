import type { Report } from '#shared/domain/events/evidence.ts';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import type { PostedEvent } from '#shared/client/api-schema.ts';
import type { Happening } from './happenings.ts';
import type { ImportMap } from './import-map.ts';

/** Reports that an event is posted with, and their bytes; further ones are attached to it. */
export const mostReports = 50;
export const mostReportBytes = 40 * 1024;

/** An event to post, with the reports that it does not hold. */
export interface Composed {
  readonly event: PostedEvent;
  readonly further: readonly Report[];
}

/** Makes the event of a happening; `refused` says what is wrong with it. */
export function eventOf(
  { event, reports }: Happening,
  { channel }: ImportMap,
): Composed | { readonly refused: string } {
  const held = fitting(reports);
  const posted = {
    ...event,
    ...(channel !== undefined && { channel }),
    ...titleOf(event),
    evidence: { reports: reports.slice(0, held) },
  };
  const read = NewEvent.safeParse(posted);
  if (read.success) return { event: posted as PostedEvent, further: reports.slice(held) };
  const [issue] = read.error.issues;
  return { refused: `${issue?.path.join('/') ?? ''}: ${issue?.message ?? 'not valid'}` };
}

/** An agreement has a title, which codes do not give. */
const titleOf = ({ type, summary, occurred }: Happening['event']) =>
  type === 'AgreementSigned' ? { title: (summary ?? `Agreement of ${occurred}`).slice(0, 200) } : {};

function fitting(reports: readonly Report[]): number {
  let bytes = 0;
  for (const [index, report] of reports.slice(0, mostReports).entries()) {
    bytes += Buffer.byteLength(JSON.stringify(report));
    if (index > 0 && bytes > mostReportBytes) return index;
  }
  return Math.min(reports.length, mostReports);
}
