import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Relation } from '../../api-types.ts';
import { HowSure } from '../../parts/event-card.tsx';
import { dateInWords } from '../../text/date-in-words.ts';
import { count, instant, t, words } from '../../text/text.ts';
import { briefOf } from './brief-of.ts';
import { Drawn } from './drawn.tsx';
import { eventPlot } from './event-plot.ts';
import type { LoadedView } from './load-view.ts';
import { scorePlot, tempoPlot } from './score-plots.ts';

/** The room of the plots on paper, in pixels, and in rows of events. */
const paper = { width: 700, score: 115, tempo: 62, rows: 5 } as const;

interface BriefProps {
  readonly relation: Relation;
  readonly view: LoadedView;
}

/**
 * The brief that is printed in place of chart and timeline: smaller plots, whatever the window, and of events and
 * sources what has room on the same page, with how much more there is.
 */
export function Brief({ relation, view }: BriefProps): JSX.Element {
  const { entries, moreEvents, sources, moreSources } = briefOf(view.entries);
  const plots = useMemo(
    () => ({
      score: scorePlot(view, paper.width, paper.score),
      tempo: tempoPlot(view, paper.width, paper.tempo),
      events: eventPlot(view, paper.width, paper.rows),
    }),
    [view],
  );
  const known = view.known.asOf === undefined ? dateInWords(relation.on) : instant(view.known.asOf);
  const more = `${count(moreEvents)}${view.next === null ? '' : '+'}`;
  return (
    <section class="brief">
      <Drawn name={t.chart.score} of={plots.score} />
      <Drawn name={t.chart.tempo} of={plots.tempo} />
      <Drawn name={t.chart.events} of={plots.events} />
      <h2>{t.relation.briefTitle}</h2>
      <ol>
        {entries.map(({ event, parts }) => (
          <li key={event.id}>
            <strong>{dateInWords(event.occurred ?? '')}</strong>
            {event.modality !== undefined && event.modality !== 'held' && ` (${words(event.modality)})`}:{' '}
            {event.summary ?? words(event.type)}
            {parts > 0 && ` (${t.relation.briefParts(count(parts))})`}{' '}
            <span class="evidence">
              <HowSure evidence={event.evidence} />
            </span>
          </li>
        ))}
      </ol>
      {moreEvents > 0 && <p class="more">{t.relation.briefMore(more)}</p>}
      <h2>{t.relation.briefSources(count(sources.length + moreSources))}</h2>
      <p class="sources">
        {sources.map(({ publisher, reports }) => `${publisher} (${count(reports)})`).join(', ')}
        {moreSources > 0 && ` ${t.relation.briefMore(count(moreSources))}`}
      </p>
      <p class="note">{t.relation.briefNote(`${location.origin}${location.pathname}`, known)}</p>
    </section>
  );
}
