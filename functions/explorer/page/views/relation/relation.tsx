import type { JSX } from 'preact';
import { api } from '../../api.ts';
import type { Knowledge, Relation } from '../../api-types.ts';
import { splitPair } from '#shared/domain/parties/dyad.ts';
import { Shown, useLoaded } from '../../loaded.tsx';
import { Missing } from '../../parts/missing.tsx';
import { dyadName, partyLink, partyName } from '../../party-name.ts';
import { t } from '../../text/text.ts';
import { AsKnown, askedKnowledge } from './as-known.tsx';
import { Chart } from './chart.tsx';
import { differencesOf } from './compare.ts';
import { Differences } from './differences.tsx';
import { askedFilter, Filters } from './filters.tsx';
import { daysOf, shownRange } from './range.ts';
import { Summary } from './summary.tsx';
import { Timeline } from './timeline.tsx';
import { isEmpty, loadRelation } from './load-relation.ts';
import { loadView } from './load-view.ts';
import { NothingRecorded } from './nothing-recorded.tsx';
import { Brief } from './brief.tsx';

/** Answers "what happened between these two, how sure are we, and what did we know when?" */
export function RelationView({ dyad }: { readonly dyad: string }): JSX.Element {
  const known = askedKnowledge();
  const relation = useLoaded(`${dyad} ${JSON.stringify(known)}`, async (signal) =>
    loadRelation(dyad, known, signal, api.relation),
  );
  return (
    <article class="relation">
      <h1>{dyadName(dyad)}</h1>
      <Shown of={relation} missing={{ named: 'dyad', shown: <NothingOf dyad={dyad} /> }}>
        {({ now, past, reported }) =>
          isEmpty(now) ? (
            <NothingOf dyad={dyad} />
          ) : (
            <>
              {reported === undefined && <Summary relation={past ?? now} />}
              <AsKnown dyad={dyad} />
              {reported === undefined ? (
                <OverTime relation={now} known={known} />
              ) : (
                <NothingRecorded asOf={known.asOf ?? ''} reported={reported} />
              )}
            </>
          )
        }
      </Shown>
    </article>
  );
}

/** A pair of which nothing is recorded: each of the two may have its own page. */
function NothingOf({ dyad }: { readonly dyad: string }): JSX.Element {
  const parties = new Set(splitPair(dyad));
  const title = parties.size === 1 ? t.relation.oneParty : t.relation.nothing(dyadName(dyad));
  return (
    <Missing title={title} hint={t.relation.nothingHint}>
      {[...parties].map((party) => (
        <li key={party}>
          <a href={partyLink(party)}>{partyName(party)}</a>
        </li>
      ))}
    </Missing>
  );
}

/** The chart and the timeline of the range, the filter and the instant that the address names. */
function OverTime({ relation, known }: { readonly relation: Relation; readonly known: Knowledge }): JSX.Element {
  const range = shownRange(relation);
  const filter = askedFilter();
  const { first, last } = daysOf(range);
  const key = JSON.stringify([relation.dyad, relation.n, range, filter, known]);
  const loaded = useLoaded(key, async () =>
    loadView(relation.dyad, { range, known, filter: { ...filter, from: first, to: last } }),
  );
  return (
    <Shown of={loaded}>
      {(view) => {
        const differences = view.now === undefined ? undefined : differencesOf(view.entries, view.now);
        return (
          <>
            {differences !== undefined && <Differences of={differences} />}
            <Chart relation={relation} view={view} />
            <section class="timeline" aria-labelledby="timeline-title">
              <h2 id="timeline-title">{t.relation.timeline}</h2>
              <Filters entries={view.entries} />
              <Timeline view={view} differences={differences} />
            </section>
            <Brief relation={relation} view={view} />
          </>
        );
      }}
    </Shown>
  );
}
