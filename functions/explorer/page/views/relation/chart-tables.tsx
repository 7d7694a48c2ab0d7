import { quadClasses } from '#shared/domain/scoring/quad-class.ts';
import type { JSX } from 'preact';
import { EventLine } from '../../parts/event-line.tsx';
import { dateInWords } from '../../text/date-in-words.ts';
import { count, decimal, t, words } from '../../text/text.ts';
import type { LoadedView } from './load-view.ts';

/** What the chart shows, as tables: for those who cannot see it, and for those who want the figures. */
export function ChartTables({ view }: { readonly view: LoadedView }): JSX.Element {
  const months = view.months.filter(({ n }) => n > 0);
  return (
    <details class="tables">
      <summary>{t.chart.table}</summary>
      <div class="scrolling" tabIndex={0} role="region" aria-label={t.chart.score}>
        <table>
          <caption>{t.chart.score}</caption>
          <thead>
            <tr>
              <th scope="col">{t.chart.month}</th>
              <th scope="col">{t.chart.scored}</th>
              <th scope="col">{t.chart.mean}</th>
              <th scope="col">{t.chart.interval}</th>
              <th scope="col">{t.chart.lowest}</th>
              <th scope="col">{t.chart.highest}</th>
              <th scope="col">{t.chart.trend}</th>
              {quadClasses.map((quadClass) => (
                <th key={quadClass} scope="col">
                  {t.quadClasses[quadClass]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, n, mean, min, max, interval, index, quadClasses: counts }) => (
              <tr key={month}>
                <th scope="row">{dateInWords(month)}</th>
                <td>{count(n)}</td>
                <td>{decimal(mean)}</td>
                <td>{interval === null ? '–' : `${decimal(interval.low)} … ${decimal(interval.high)}`}</td>
                <td>{decimal(min)}</td>
                <td>{decimal(max)}</td>
                <td>{decimal(index.slow)}</td>
                {quadClasses.map((quadClass) => (
                  <td key={quadClass}>{count(counts[quadClass] ?? 0)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="scrolling" tabIndex={0} role="region" aria-label={t.chart.eventTable}>
        <table>
          <caption>{t.chart.eventTable}</caption>
          <thead>
            <tr>
              <th scope="col">{t.chart.date}</th>
              <th scope="col">{t.filters.type}</th>
              <th scope="col">{t.chart.what}</th>
              <th scope="col">{t.chart.credibility}</th>
            </tr>
          </thead>
          <tbody>
            {view.entries.map((event) => (
              <tr key={event.id}>
                <td>{event.occurred}</td>
                <td>{words(event.type)}</td>
                <td>
                  <EventLine event={event} />
                </td>
                <td>
                  {event.evidence?.credibility === undefined
                    ? t.event.notAssessed
                    : t.admiralty[event.evidence.credibility]}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
