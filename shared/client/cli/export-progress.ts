import type { Chancery } from '#shared/client/chancery.ts';
import { systemTiming } from '#shared/clock.ts';
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

/** The last position of the feed, as far as the read models have it: every query says so. */
async function endOfFeed({ call }: Chancery): Promise<number> {
  const response = await call.get('/sources', { limit: 1 });
  await response.body?.cancel();
  return Number(response.headers.get('watermark') ?? 0);
}
