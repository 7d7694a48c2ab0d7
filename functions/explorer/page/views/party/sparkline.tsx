import type { JSX } from 'preact';
import { decimal } from '../../text/text.ts';

/** The slow trend of a relation, month by month, as a small line, and its last value. */
export function Sparkline({ trend }: { readonly trend: readonly number[] }): JSX.Element {
  const last = trend.at(-1);
  if (last === undefined) return <span>–</span>;
  const step = 90 / Math.max(trend.length - 1, 1);
  const points = trend.map((slow, place) => `${(place * step + 2).toFixed(1)},${(12 - slow).toFixed(1)}`);
  return (
    <span class="sparkline">
      <svg viewBox="0 0 94 24" width="94" height="24" aria-hidden="true">
        <path d="M0 12H94" stroke="var(--line)" />
        <polyline points={points.join(' ')} fill="none" stroke="var(--trend)" stroke-width="2" />
      </svg>{' '}
      {decimal(last)}
    </span>
  );
}
