import { foldedName } from '#shared/domain/parties/folded-name.ts';
import type { DiplomaticEvent } from './new-event.ts';

/** The reports of an event whose documents are looked up: the first ones. */
const mostReports = 5;

/** What of an event tells the documents that it rests on. */
type Documented = Pick<DiplomaticEvent, 'evidence'>;

/**
 * Returns the documents that an event rests on, each by its publisher and reference, and by its address without the
 * fragment and a slash at the end.
 */
export const documentsOf = ({ evidence }: Documented): string[] => [
  ...new Set(
    (evidence?.reports ?? [])
      .slice(0, mostReports)
      .flatMap(({ publisher, reference, url }) => [
        ...(reference === undefined ? [] : [`${foldedName(publisher)} ${reference.trim()}`]),
        ...(url === undefined ? [] : [addressOf(url)]),
      ]),
  ),
];

function addressOf(url: string): string {
  const { protocol, host, pathname, search } = new URL(url);
  return `${protocol === 'http:' ? 'https:' : protocol}//${host}${pathname.replace(/\/$/, '')}${search}`;
}
