import type { JSX } from 'preact';
import { api, type Knowledge } from '../../api.ts';
import type { Relation } from '../../api-types.ts';
import { Empty, Shown, useLoaded } from '../../loaded.tsx';
import { dyadName } from '../../party-name.ts';
import { t } from '../../text/text.ts';
import { AsKnown, askedKnowledge } from './as-known.tsx';
import { Chart } from './chart.tsx';
import { differencesOf } from './compare.ts';
import { Differences } from './differences.tsx';
import { askedFilter, Filters } from './filters.tsx';
import { daysOf, shownRange } from './range.ts';
import { Summary } from './summary.tsx';
import { Timeline } from './timeline.tsx';
import { loadView } from './load-view.ts';

/** Answers "what happened between these two, how sure are we, and what did we know when?" */
export function RelationView({ dyad }: { readonly dyad: string }): JSX.Element {
  const known = askedKnowledge();
  const relation = useLoaded(`${dyad} ${JSON.stringify(known)}`, async (signal) => ({
    now: await api.relation(dyad, {}, signal),
    past: known.asOf === undefined ? undefined : await api.relation(dyad, known, signal),
  }));
  return (
    <article class="relation">
      <h1>{dyadName(dyad)}</h1>
      <Shown of={relation}>
        {({ now, past }) =>
          now.n + now.unheld === 0 ? (
            <Empty />
          ) : (
            <>
              <Summary relation={past ?? now} />
              <AsKnown dyad={dyad} />
              <OverTime relation={now} known={known} />
            </>
          )
        }
      </Shown>
    </article>
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
          </>
        );
      }}
    </Shown>
  );
}
