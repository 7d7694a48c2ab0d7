import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { EventAsRead, Relation } from '../../api-types.ts';
import { eventKinds } from '../../event-kind.ts';
import { Shape } from '../../parts/shape.tsx';
import { count, t } from '../../text/text.ts';
import { useWidth } from '../../use-width.ts';
import { Brush } from './brush.tsx';
import { eventLink } from '../../party-name.ts';
import { ChartTables } from './chart-tables.tsx';
import { Dots } from './dots.tsx';
import { Drawn } from './drawn.tsx';
import { EventTip } from './event-tip.tsx';
import type { LoadedView } from './load-view.ts';
import { RangeChoice } from './range-choice.tsx';
import { scorePlot, tempoPlot } from './score-plots.ts';

interface ChartProps {
  readonly relation: Relation;
  readonly view: LoadedView;
}

/** Score, tempo and events on one time axis; drag to zoom, point to an event to read it, click to open it. */
export function Chart({ relation, view }: ChartProps): JSX.Element {
  const [hovered, setHovered] = useState<EventAsRead>();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const eventOf = (at: EventTarget | null): EventAsRead | undefined => {
    const mark = at instanceof Element ? at.closest('a') : null;
    return view.entries.find(({ id }) => mark?.getAttribute('href') === eventLink(id));
  };
  /** Shows the event under the pointer, otherwise that which the keyboard has reached. */
  const point = (at: EventTarget | null): void => setHovered(eventOf(at) ?? eventOf(document.activeElement));
  return (
    <section class="chart" aria-labelledby="chart-title">
      <h2 id="chart-title">{t.relation.chart}</h2>
      <RangeChoice relation={relation} range={view.range} />
      <div
        ref={box}
        class="plots"
        onPointerOver={({ target }) => point(target)}
        onFocusIn={({ target }) => point(target)}
        onPointerLeave={() => point(null)}
      >
        {width > 0 && (
          <Brush range={view.range} width={width}>
            <Drawn name={t.chart.score} of={scorePlot(view, width)} />
            <Drawn name={t.chart.tempo} of={tempoPlot(view, width)} />
            <Dots view={view} width={width} />
          </Brush>
        )}
      </div>
      <EventTip event={hovered} />
      <Legend />
      {view.next !== null && <p class="hint">{t.state.newest(count(view.entries.length))}</p>}
      <ChartTables view={view} />
    </section>
  );
}

function Legend(): JSX.Element {
  return (
    <div class="legend">
      <p>{t.chart.shapes}:</p>
      <ul>
        {eventKinds.map((kind) => (
          <li key={kind}>
            <Shape kind={kind} credibility={1} /> {t.kinds[kind]}
          </li>
        ))}
      </ul>
      <ul>
        {Object.entries(t.quadClasses).map(([quadClass, name]) => (
          <li key={quadClass}>
            <span class={`swatch ${quadClass}`} /> {name}
          </li>
        ))}
      </ul>
      <p>{t.chart.fills}.</p>
    </div>
  );
}
