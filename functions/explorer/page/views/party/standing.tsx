import type { JSX } from 'preact';
import { lists } from '../../api-lists.ts';
import type { EventAsRead } from '../../api-types.ts';
import { Empty } from '../../loaded.tsx';
import { EventList } from '../../parts/event-list.tsx';
import { t, words } from '../../text/text.ts';

/** Events that are shown of each list at first. */
const atFirst = 5;

/** Where a party stands: what is said of it, and what it did last. */
export function Standing({ party }: { readonly party: string }): JSX.Element {
  return (
    <div class="halves">
      <section aria-labelledby="standing-title">
        <h2 id="standing-title">{t.party.assessments}</h2>
        <p class="hint">{t.party.assessmentsHint}</p>
        <EventList
          name={`assessments ${party}`}
          load={async (cursor) => lists.eventsOfParty(party, { type: 'AssessmentRecorded', limit: atFirst, cursor })}
          empty={<Empty>{t.party.noAssessments}</Empty>}
          note={assessed}
        />
      </section>
      <section aria-labelledby="newest-title">
        <h2 id="newest-title">{t.party.newest}</h2>
        <p class="hint">{t.party.newestHint}</p>
        <EventList
          name={`newest ${party}`}
          load={async (cursor) => lists.eventsOfParty(party, { limit: atFirst, cursor })}
        />
      </section>
    </div>
  );
}

/** What an assessment claims, and who says so. */
function assessed({ author, claim }: EventAsRead): JSX.Element | undefined {
  if (typeof author !== 'string' || typeof claim !== 'string') return undefined;
  return <p class="assessed">{t.party.assessedBy(author, words(claim))}</p>;
}
