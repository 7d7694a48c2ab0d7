import type { Checkpoints } from '#shared/feed/consumers/checkpoints.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import {
  type AnnouncedPhase,
  announcerName,
  partiesIn,
  readAnnounced,
} from '#shared/read-models/changes/announced-phases.ts';
import type { Filter } from '#shared/subscriptions/filter/filter.ts';
import type { Range, Stretch } from '#shared/subscriptions/filter/matching-feed.ts';
import { type View, wants } from '#shared/subscriptions/filter/matching.ts';

/** The log of announced changes of phase, as matchers and deliveries read it. */
export interface PhaseLog {
  /** Reads the position of the announcer, up to which the log is complete. */
  position(): Promise<number>;
  /** Reads announcements of a range in order, about 100, those of one position together. */
  page(range: Range): Promise<{ readonly items: readonly AnnouncedPhase[]; readonly next: number }>;
}

const perPage = 100;

/** Reads the position of the announcer. */
export const announcedUpTo = async (checkpoints: Pick<Checkpoints, 'positions'>): Promise<number> =>
  (await checkpoints.positions([announcerName])).get(announcerName) ?? 0;

/** Reads the log in the table of the read models. */
export const phaseLog = (
  readModels: Pick<RowReader, 'rows'>,
  checkpoints: Pick<Checkpoints, 'positions'>,
): PhaseLog => ({
  position: async () => announcedUpTo(checkpoints),
  page: async ({ after, upTo }) => readAnnounced(readModels, { after, upTo, limit: perPage }),
});

/** Returns an announcement as filters see it: its dyad and the two parties. */
export const phaseView = (phase: AnnouncedPhase): View => ({
  parties: partiesIn(phase),
  dyads: [phase.dyad],
  types: [],
  words: () => [],
});

/** Reads the announcements of a range that a filter wants, in order, page by page, without those sent already. */
export async function* matchingPhases(
  log: PhaseLog,
  filter: Filter,
  range: Range,
): AsyncGenerator<Stretch<AnnouncedPhase>> {
  const { after, upTo, sent } = range;
  for (let looked = after; looked < upTo;) {
    const { items, next } = await log.page({ after: looked, upTo });
    const left = items.filter(({ position, id }) => position > after + 1 || sent === undefined || id > sent);
    looked = next;
    yield { events: left.filter((phase) => wants(filter, phaseView(phase))), looked };
  }
}
