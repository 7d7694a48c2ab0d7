import type { JSX } from 'preact';
import { api } from '../../api.ts';
import { followFilters } from '../../follow-filters.ts';
import { Shown, useLoaded } from '../../loaded.tsx';
import { FollowThis } from '../../parts/follow-this.tsx';
import { Missing } from '../../parts/missing.tsx';
import { may } from '../../session.ts';
import { t } from '../../text/text.ts';
import { Correct } from './correct.tsx';
import { EventFields } from './event-fields.tsx';
import { EvidenceSection } from './evidence-section.tsx';
import { History } from './history.tsx';
import { Neighbours } from './neighbours.tsx';
import { Proof } from './proof.tsx';

/** Answers "what exactly is recorded here, who says so, what was corrected, and can I prove it?" */
export function EventView({ id }: { readonly id: string }): JSX.Element {
  const loaded = useLoaded(id, async () => {
    const [event, history] = await Promise.all([api.event(id), api.history(id)]);
    return { event, steps: history.items };
  });
  return (
    <article class="event">
      <Shown
        of={loaded}
        missing={{ named: 'id', shown: <Missing isPage title={t.event.missing} hint={t.event.missingHint} /> }}
      >
        {({ event, steps }) => (
          <>
            <EventFields event={event} />
            <FollowThis what={t.follow.what.event} filter={followFilters.event(event)} />
            {may('chancery/append') && <Correct event={event} corrected={loaded.again} />}
            <EvidenceSection evidence={event.evidence} />
            <History steps={steps} />
            <Neighbours event={event} />
            <Proof record={steps[0]?.record ?? event} />
          </>
        )}
      </Shown>
    </article>
  );
}
