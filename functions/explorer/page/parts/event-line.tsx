import type { JSX } from 'preact';
import type { EventAsRead } from '../api-types.ts';
import { eventLink } from '../party-name.ts';
import { dateInWords } from '../text/date-in-words.ts';
import { words } from '../text/text.ts';

/** An event in one line: when, what, and the way to it. */
export function EventLine({ event }: { readonly event: EventAsRead }): JSX.Element {
  return (
    <a href={eventLink(event.id)}>
      {dateInWords(event.occurred ?? '')}: {event.summary ?? words(event.type)}
    </a>
  );
}
