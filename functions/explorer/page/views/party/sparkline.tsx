import type { JSX } from 'preact';
import { lists } from '../../api-lists.ts';
import { useLoaded } from '../../loaded.tsx';
import { decimal } from '../../text/text.ts';

interface SparklineProps {
  readonly dyad: string;
  readonly from: string;
  readonly to: string;
}

/** The slow trend of a relation as a small line, and its last value. */
export function Sparkline({ dyad, from, to }: SparklineProps): JSX.Element {
  const loaded = useLoaded(`${dyad} ${from} ${to}`, async () => lists.score(dyad, from, to));
  const months = loaded.value?.items ?? [];
  const last = months.at(-1)?.index.slow;
  if (last === undefined) return <span>–</span>;
  const step = 90 / Math.max(months.length - 1, 1);
  const points = months.map(({ index }, place) => `${(place * step + 2).toFixed(1)},${(12 - index.slow).toFixed(1)}`);
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
