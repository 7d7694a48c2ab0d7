import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { EventAsRead } from '../../api-types.ts';
import { eventLink } from '../../party-name.ts';
import { dateInWords } from '../../text/date-in-words.ts';
import { named, t, words } from '../../text/text.ts';
import { Drawn } from './drawn.tsx';
import { eventPlot } from './event-plot.ts';
import type { LoadedView } from './load-view.ts';
import { nextDot } from './next-dot.ts';

interface DotsProps {
  readonly view: LoadedView;
  readonly width: number;
}

/**
 * The events of the chart as dots. Tab reaches one of them, the newest at first; the arrow keys go on from there in the
 * order of time, and Enter opens the event.
 */
export function Dots({ view, width }: DotsProps): JSX.Element {
  const plot = useMemo(() => eventPlot(view, width), [view, width]);
  const reachable = (of: Element): void => makeReachable(of, view.entries);
  return <Drawn name={t.chart.events} of={plot} reachable={reachable} />;
}

/** Names every dot, and lets one of them at a time be reached by Tab. */
function makeReachable(plot: Element, entries: readonly EventAsRead[]): void {
  const byLink = new Map(entries.map((event) => [eventLink(event.id), event]));
  for (const part of plot.children)
    if (part.getAttribute('aria-label') !== 'dot') part.setAttribute('aria-hidden', 'true');
  for (const bar of plot.querySelectorAll('[aria-label=link] a')) bar.setAttribute('tabindex', '-1');
  plot.setAttribute('role', 'group');
  plot.setAttribute('aria-label', t.chart.eventsHelp);
  const group = plot.querySelector('[aria-label=dot]');
  group?.removeAttribute('aria-label');
  const dots = [...(group?.querySelectorAll<SVGAElement>('a') ?? [])];
  const reach = (reached: number): void =>
    dots.forEach((dot, index) => dot.setAttribute('tabindex', index === reached ? '0' : '-1'));
  for (const dot of dots) {
    const event = byLink.get(dot.getAttribute('href') ?? dot.getAttribute('xlink:href') ?? '');
    if (event !== undefined) dot.setAttribute('aria-label', labelOf(event));
  }
  reach(dots.length - 1);
  plot.addEventListener('keydown', (pressed) => {
    if (!(pressed instanceof KeyboardEvent) || !(pressed.target instanceof SVGAElement)) return;
    const next = nextDot(pressed.key, dots.indexOf(pressed.target), dots.length);
    if (next === undefined) return;
    pressed.preventDefault();
    reach(next);
    dots[next]?.focus();
  });
}

/** What an event says when it is reached: when, what, and how credible. */
function labelOf({ occurred = '', type, modality = 'held', summary, evidence }: EventAsRead): string {
  const credibility = named(t.admiralty, String(evidence?.credibility ?? '')) || t.event.notAssessed;
  const isSaid = modality === 'held' ? [] : [named(t.modalities, modality)];
  return [dateInWords(occurred), words(type), ...isSaid, summary ?? '', credibility].filter(Boolean).join(', ');
}
