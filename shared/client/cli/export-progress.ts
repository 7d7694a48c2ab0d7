import type { Fetched } from '#shared/client/exports/fetch-events.ts';
import { progressBar } from './progress-bar.ts';
import { grouped } from './terminal.ts';

/** How far an export is. */
type Reached = Pick<Fetched, 'position' | 'events'>;

export interface ExportProgress {
  readonly show: (reached: Reached) => void;
  readonly stop: () => void;
}

/** Shows how an export comes along from where it begins to the end of the feed. */
export function exportProgress(from: Reached, end: number, quiet: boolean): ExportProgress {
  const { update, perSecond, stop } = progressBar(Math.max(end - from.position, 0), quiet);
  return {
    show: ({ position, events }) => {
      const rate = perSecond(events - from.events);
      update(
        position - from.position,
        `${grouped(events)} records fetched, up to position ${grouped(position)}, ${rate} records/s`,
      );
    },
    stop,
  };
}
