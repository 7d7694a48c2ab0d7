import type { Chancery } from '#shared/client/chancery.ts';
import { systemTiming } from '#shared/clock.ts';
import type { Fetched } from '#shared/client/exports/fetch-events.ts';
import { endOfFeed } from './end-of-feed.ts';
import { progressBar } from './progress-bar.ts';
import { grouped } from './terminal.ts';

/** How far an export is. */
type Reached = Pick<Fetched, 'position' | 'events'>;

export interface ExportProgress {
  readonly show: (reached: Reached) => void;
  readonly stop: () => void;
}

/** Shows how an export comes along from where it begins to the end of the feed. */
export async function exportProgress(client: Chancery, from: Reached, quiet: boolean): Promise<ExportProgress> {
  const total = quiet ? 0 : (await endOfFeed(client)) - from.position;
  const began = systemTiming.now();
  const { update, stop } = progressBar(Math.max(total, 0), quiet);
  return {
    show: ({ position, events }) => {
      const rate = Math.round((events - from.events) / ((systemTiming.now() - began) / 1000));
      update(
        position - from.position,
        `${grouped(events)} records fetched, up to position ${grouped(position)}, ${grouped(rate)} records/s`,
      );
    },
    stop,
  };
}
