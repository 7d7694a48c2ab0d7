import type { JSX } from 'preact';
import { kindOf, type EventKind } from '../event-kind.ts';

/** The outline of each shape in a square of 16; the chart draws the same ones. */
const outlines: Readonly<Record<EventKind, string>> = {
  contact: 'M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12Z',
  agreement: 'M3 3h10v10h-10Z',
  representation: 'M8 1l5 7l-5 7l-5-7Z',
  words: 'M8 2l7 12h-14Z',
  cooperation: 'M6 2h4v4h4v4h-4v4h-4v-4h-4v-4h4Z',
  measure: 'M2 4l3-2l3 4l3-4l3 2l-4 5v6h-4v-6Z',
  force: 'M8 1l2 5h5l-4 3l2 6l-5-4l-5 4l2-6l-4-3h5Z',
  context: 'M4 2h8l4 6l-4 6h-8l-4-6Z',
};

/** Credibility as a step of the fill: 1 and 2 are dark, 5 and 6 light, what was not assessed has the lightest. */
export const fillOf = (credibility: number | undefined): string =>
  credibility === undefined ? 'var(--credibility-none)' : `var(--credibility-${credibility})`;

/** Whether an event is drawn hollow: it did not take place, or is said not to have. */
export const isHollow = (modality: string | undefined): boolean => modality !== undefined && modality !== 'held';

interface ShapeProps {
  readonly type?: string;
  readonly kind?: EventKind;
  readonly credibility?: number | undefined;
  readonly modality?: string | undefined;
}

/** The mark of an event: its shape is the kind, its fill the credibility, hollow what is planned or hypothetical. */
export function Shape({ type = '', kind = kindOf(type), credibility, modality }: ShapeProps): JSX.Element {
  return (
    <svg class="shape" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path
        d={outlines[kind]}
        fill={isHollow(modality) ? 'none' : fillOf(credibility)}
        stroke="var(--mark)"
        stroke-width="1.5"
      />
    </svg>
  );
}
