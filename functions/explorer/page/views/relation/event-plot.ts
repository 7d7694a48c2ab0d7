import * as Plot from '@observablehq/plot';
import type { EventAsRead } from '../../api-types.ts';
import { eventKinds, kindOf, symbols } from '../../event-kind.ts';
import { fillOf, isHollow } from '../../parts/shape.tsx';
import { eventLink } from '../../party-name.ts';
import type { LoadedView } from './load-view.ts';
import { leftOf, margin, timeAxis } from './plot-frame.ts';
import type { Range } from './range.ts';

/** An event at its place: its dot, the days that it may have happened on, and the row that has room for both. */
interface Placed {
  readonly event: EventAsRead;
  readonly from: Date;
  readonly to: Date;
  readonly at: Date;
  readonly row: number;
}

const rowHeight = 17;
const usualRows = 24;
const dayMs = 86_400_000;

/**
 * Events as dots below each other where they would overlap, those that have no room in the last row; a bar is as long
 * as the date is imprecise.
 */
export function eventPlot({ entries, range }: LoadedView, width: number, mostRows = usualRows): Element {
  const placed = placedOn(entries, range, { width, mostRows });
  const rows = Math.max(3, ...placed.map(({ row }) => row + 1));
  const imprecise = placed.filter(({ from, to }) => to.getTime() - from.getTime() > dayMs);
  return Plot.plot({
    width,
    height: rows * rowHeight + 48,
    marginLeft: margin.left,
    marginRight: margin.right,
    marginTop: 8,
    marginBottom: 40,
    x: timeAxis(range, true),
    y: { domain: [-0.5, rows - 0.5], reverse: true, axis: null },
    color: { type: 'identity' },
    symbol: { domain: [...eventKinds], range: eventKinds.map((kind) => symbols[kind]) },
    marks: [
      Plot.link(imprecise, {
        x1: 'from',
        x2: 'to',
        y1: 'row',
        y2: 'row',
        stroke: 'var(--band)',
        strokeWidth: 9,
        strokeLinecap: 'round',
        href: ({ event }: Placed) => eventLink(event.id),
      }),
      Plot.dot(placed, {
        x: 'at',
        y: 'row',
        r: 6,
        symbol: ({ event }: Placed) => kindOf(event.type),
        fill: ({ event }: Placed) => (isHollow(event.modality) ? 'var(--ground)' : fillOf(event.evidence?.credibility)),
        stroke: 'var(--mark)',
        strokeWidth: 1.5,
        href: ({ event }: Placed) => eventLink(event.id),
      }),
    ],
  });
}

interface Room {
  readonly width: number;
  readonly mostRows: number;
}

/** Places events, the earliest first, each in the first row that has room. */
function placedOn(entries: readonly EventAsRead[], range: Range, { width, mostRows }: Room): readonly Placed[] {
  const [begin = new Date(0), over = new Date(0)] = timeAxis(range, true).domain;
  const within = (date: Date): Date => (date < begin ? begin : date > over ? over : date);
  const dated = entries
    .flatMap((event) => {
      const [first, last] = [event.from ?? event.to, event.to];
      if (first === null || first === undefined) return [];
      const from = within(new Date(first));
      const to = within(last === null || last === undefined ? over : new Date(new Date(last).getTime() + dayMs));
      const at = last === null ? from : new Date((from.getTime() + to.getTime()) / 2);
      return [{ event, from, to, at }];
    })
    .toSorted((one, other) => one.from.getTime() - other.from.getTime());
  const free: number[] = [];
  return dated.map((one): Placed => {
    const at = leftOf(one.at, range, width);
    const left = Math.min(leftOf(one.from, range, width), at - 8);
    const found = free.findIndex((end) => end < left);
    const row = found === -1 ? Math.min(free.length, mostRows - 1) : found;
    free[row] = Math.max(leftOf(one.to, range, width), at + 8) + 2;
    return { ...one, row };
  });
}
