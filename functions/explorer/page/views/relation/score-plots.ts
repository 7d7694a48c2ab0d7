import { quadClasses } from '#shared/domain/scoring/quad-class.ts';
import * as Plot from '@observablehq/plot';
import type { MonthlyScore, Phase } from '../../api-types.ts';
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

/** The beginning and the end of each phase, over the whole height. */
const phaseMarks = (phases: readonly Phase[], over: Date) => [
  Plot.rectX(phases, {
    x1: ({ start }: Phase) => new Date(start),
    x2: ({ end }: Phase) => (end === null ? over : new Date(end)),
    fill: ({ kind }: Phase) => `var(--${kind})`,
    fillOpacity: 0.18,
  }),
  Plot.ruleX(phases, { x: ({ start }: Phase) => new Date(start), stroke: 'var(--mark)', strokeDasharray: '4 3' }),
  Plot.text(phases, {
    x: ({ start }: Phase) => new Date(start),
    frameAnchor: 'top-left',
    textAnchor: 'start',
    dx: 4,
    text: ({ kind, start }: Phase) => t.chart.phaseFrom(t.relation[kind], dateInWords(start)),
    fill: 'var(--text)',
  }),
];

/** The score of each month: its mean, the range of its events, and the slow trend. */
export function scorePlot({ months, phases, range }: LoadedView, width: number): Element {
  const scored = months.filter(({ mean }) => mean !== null);
  return Plot.plot({
    ...frame(width, 150),
    x: timeAxis(range, false),
    y: { domain: [-10, 10], ticks: [-10, -5, 0, 5, 10], grid: true, label: null },
    color: { type: 'identity' },
    marks: [
      phaseMarks(phases, timeAxis(range, false).domain[1] ?? new Date()),
      Plot.ruleY([0], { stroke: 'var(--mark)' }),
      Plot.ruleX(scored, {
        x: middle,
        y1: 'min',
        y2: 'max',
        stroke: 'var(--trend)',
        strokeWidth: 5,
        strokeOpacity: 0.35,
      }),
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
export function tempoPlot({ months, range }: LoadedView, width: number): Element {
  const bars = months.flatMap(({ month, quadClasses: counts }): Bar[] =>
    quadClasses.map((quadClass) => ({
      month,
      quadClass,
      n: (counts[quadClass] ?? 0) * (quadClass.endsWith('conflict') ? -1 : 1),
    })),
  );
  const most = Math.max(1, ...bars.map(({ n }) => Math.abs(n)));
  return Plot.plot({
    ...frame(width, 90),
    x: timeAxis(range, false),
    y: {
      domain: [-most, most],
      ticks: 3,
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
