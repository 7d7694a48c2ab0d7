import { quadClasses } from '#shared/domain/scoring/quad-class.ts';
import * as Plot from '@observablehq/plot';
import type { MonthlyScore } from '../../api-types.ts';
import type { PhaseChange } from '../../phases.ts';
import { dateInWords } from '../../text/date-in-words.ts';
import { t } from '../../text/text.ts';
import type { LoadedView } from './load-view.ts';
import { margin, timeAxis } from './plot-frame.ts';
import { firstDay, monthsLater } from './range.ts';

const middle = ({ month }: MonthlyScore): Date => {
  const [from, to] = [firstDay(month), firstDay(monthsLater(month, 1))];
  return new Date((from.getTime() + to.getTime()) / 2);
};

const frame = (width: number, height: number) => ({
  width,
  height,
  marginLeft: margin.left,
  marginRight: margin.right,
  marginTop: 8,
  marginBottom: 6,
});

/** A chart of less width has no room for the date of a phase, in pixels. */
const datedWidth = 600;

/** The beginning and the end of each phase, over the whole height. */
const phaseMarks = (all: readonly PhaseChange[], [begin, over]: readonly Date[], width: number) => {
  const phases = all.filter(
    ({ start, end }) => new Date(start) < (over ?? begin ?? 0) && (end === null || new Date(end) >= (begin ?? 0)),
  );
  return [
    Plot.rectX(phases, {
      x1: ({ start }: PhaseChange) => new Date(start),
      x2: ({ end }: PhaseChange) => (end === null ? (over ?? new Date()) : new Date(end)),
      fill: ({ kind }: PhaseChange) => `var(--${kind})`,
      fillOpacity: 0.18,
    }),
    Plot.ruleX(phases, {
      x: ({ start }: PhaseChange) => new Date(start),
      stroke: 'var(--mark)',
      strokeDasharray: '4 3',
    }),
    Plot.text(phases, {
      x: ({ start }: PhaseChange) => new Date(start),
      frameAnchor: 'top-left',
      textAnchor: 'start',
      dx: 4,
      dy: -16,
      text: ({ label, began }: PhaseChange) =>
        width < datedWidth ? label : t.chart.phaseFrom(label, dateInWords(began)),
      fill: 'var(--text)',
    }),
  ];
};

/** The score of each month: its mean with the 95 % interval, the range of its events, and the slow trend. */
export function scorePlot({ months, phases, range }: LoadedView, width: number, height = 160): Element {
  const scored = months.filter(({ mean }) => mean !== null);
  return Plot.plot({
    ...frame(width, height),
    marginTop: 20,
    x: timeAxis(range, false),
    y: { domain: [-10, 10], ticks: [-10, -5, 0, 5, 10], grid: true, label: null },
    color: { type: 'identity' },
    marks: [
      phaseMarks(phases, timeAxis(range, false).domain, width),
      Plot.ruleY([0], { stroke: 'var(--mark)' }),
      Plot.ruleX(scored, {
        x: middle,
        y1: 'min',
        y2: 'max',
        stroke: 'var(--trend)',
        strokeWidth: 1,
        strokeOpacity: 0.6,
      }),
      Plot.ruleX(
        scored.filter(({ interval }) => interval !== null),
        {
          x: middle,
          y1: ({ interval }: MonthlyScore) => interval?.low ?? 0,
          y2: ({ interval }: MonthlyScore) => interval?.high ?? 0,
          stroke: 'var(--trend)',
          strokeWidth: 6,
          strokeOpacity: 0.35,
        },
      ),
      Plot.line(months, {
        x: middle,
        y: ({ index }: MonthlyScore) => index.slow,
        stroke: 'var(--trend)',
        strokeWidth: 2,
      }),
      Plot.dot(scored, { x: middle, y: 'mean', fill: 'var(--trend)', r: 4 }),
    ],
  });
}

interface Bar {
  readonly month: string;
  readonly quadClass: string;
  readonly n: number;
}

/** The events of each month by quad class: cooperation up, conflict down. */
export function tempoPlot({ months, range }: LoadedView, width: number, height = 90): Element {
  const bars = months.flatMap(({ month, quadClasses: counts }): Bar[] =>
    quadClasses.map((quadClass) => ({
      month,
      quadClass,
      n: (counts[quadClass] ?? 0) * (quadClass.endsWith('conflict') ? -1 : 1),
    })),
  );
  const most = Math.max(1, ...bars.map(({ n }) => Math.abs(n)));
  return Plot.plot({
    ...frame(width, height),
    x: timeAxis(range, false),
    y: {
      domain: [-most, most],
      ticks: most < 3 ? Array.from({ length: 2 * most + 1 }, (_, index) => index - most) : 5,
      grid: true,
      label: null,
      tickFormat: (value: number) => String(Math.abs(value)),
    },
    color: { type: 'identity' },
    marks: [
      Plot.rectY(bars, {
        x1: ({ month }: Bar) => firstDay(month),
        x2: ({ month }: Bar) => firstDay(monthsLater(month, 1)),
        y: 'n',
        fill: ({ quadClass }: Bar) => `var(--${quadClass})`,
        inset: 0.5,
      }),
      Plot.ruleY([0], { stroke: 'var(--mark)' }),
    ],
  });
}
