import type { JSX } from 'preact';
import type { EventAsRead } from '../../api-types.ts';
import { HowSure } from '../../parts/event-card.tsx';
import { dateInWords } from '../../text/date-in-words.ts';
import { named, t, words } from '../../text/text.ts';

/** What the event under the pointer says; its place is kept, so that nothing moves. */
export function EventTip({ event }: { readonly event: EventAsRead | undefined }): JSX.Element {
  return (
    <p class="tip">
      {event === undefined ? (
        t.chart.drag
      ) : (
        <>
          <strong>{dateInWords(event.occurred ?? '')}</strong> · {words(event.type)}
          {event.modality !== 'held' && ` (${named(t.modalities, event.modality ?? '')})`}: {event.summary}{' '}
          <HowSure evidence={event.evidence} />
        </>
      )}
    </p>
  );
}
