import { foldedName } from '#shared/domain/parties/folded-name.ts';
import type { DiplomaticEvent } from './new-event.ts';

/** The documents of only so many reports are compared: the first ones. */
const mostReports = 5;

/** The part of an event that names its documents. */
type Documented = Pick<DiplomaticEvent, 'evidence'>;

/**
 * Returns the documents of an event's first five reports, each once: by publisher and reference, and by address. An
 * address is compared as https, without its fragment and a slash at the end.
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
