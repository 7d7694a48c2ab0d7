import type { Announced } from '#shared/domain/scoring/phases/announced.ts';
import type { PhaseChange } from '#shared/domain/scoring/phases/phase-change.ts';
import { splitPair } from '#shared/domain/parties/dyad.ts';
import { paddedPosition } from '#shared/projections/engine/padded-position.ts';
import { rowId, type ReadModels, type RowReader, type StoredRow } from '#shared/projections/engine/read-models.ts';

/** The announcer's name among the feed's consumers. */
export const announcerName = 'announce-phases';

/** A change of phase as it is announced, once. */
export interface AnnouncedPhase extends PhaseChange {
  /** `BGD-PAK/tempo-cooperative/2024-08`: the same announcement again has the same id. */
  readonly id: string;
  readonly dyad: string;
  /** The position and the instant (UTC) of the record that it follows from, and as of which it is known. */
  readonly position: number;
  readonly announcedAt: string;
}

/**
 * The announcements of all dyads, and what was announced last of each. They belong to no generation: a rebuild of the
 * projections leaves them alone.
 */
const log = 'announced-phases';
const lastOf = (dyad: string) => ({ partition: `${log}/${dyad}`, sort: 'last' });

/** What was announced of a dyad, and where its row was when it was read. */
export interface KnownAnnounced {
  readonly announced: Announced<AnnouncedPhase>;
  readonly read: number | undefined;
}

/** Reads what was announced last of some dyads. */
export async function announcedOf(
  store: Pick<RowReader, 'load'>,
  dyads: readonly string[],
): Promise<ReadonlyMap<string, KnownAnnounced>> {
  const rows = await store.load(dyads.map(lastOf));
  return new Map(
    dyads.map((dyad) => {
      const row = rows.get(rowId(lastOf(dyad)));
      const announced: Announced<AnnouncedPhase> = row?.data ?? {};
      return [dyad, { announced, read: row?.position }] as const;
    }),
  );
}

/** Saves what is announced of a dyad as of a position; `false`: another invocation did so since it was read. */
export async function saveAnnounced(
  store: Pick<ReadModels, 'save'>,
  dyad: string,
  { announced, read }: KnownAnnounced,
  position: number,
): Promise<boolean> {
  const row = { ...lastOf(dyad), position, data: announced };
  return (await store.save([{ row, read }])).length === 0;
}

/** The dyads of one event that were looked at, where an invocation was spent within it. */
interface LookedAt {
  readonly position: number;
  readonly dyads: readonly string[];
}

const lookedAtRow = { partition: `${log}/looked-at`, sort: 'last' };

/** Reads the dyads of the event at a position that were looked at already. */
export async function lookedAtOf(store: Pick<RowReader, 'load'>, position: number): Promise<readonly string[]> {
  const row = (await store.load([lookedAtRow])).get(rowId(lookedAtRow));
  return row?.position === position ? (row.data as LookedAt).dyads : [];
}

/** Saves which dyads of an event were looked at. */
export const saveLookedAt = async (store: Pick<ReadModels, 'put'>, lookedAt: LookedAt): Promise<void> =>
  store.put([{ ...lookedAtRow, position: lookedAt.position, data: lookedAt }]);

/** Adds announcements to the log; the same ones again change nothing. */
export const logAnnounced = async (
  store: Pick<ReadModels, 'put'>,
  phases: readonly AnnouncedPhase[],
): Promise<void> => {
  if (phases.length > 0) await store.put(phases.map(logRow));
};

const logRow = (data: AnnouncedPhase): StoredRow => ({
  partition: log,
  sort: `${paddedPosition(data.position)}#${data.id}`,
  position: data.position,
  data,
});

export interface PhasesQuery {
  readonly party?: string | undefined;
  readonly dyad?: string | undefined;
  /** Announcements after this position … */
  readonly after: number;
  /** … up to that of the announcer. */
  readonly upTo: number;
  readonly limit: number;
}

/** Announcements that one page looks through. */
const mostLooked = 5000;

/**
 * Reads a page of announcements in the order of their positions, and the position to go on after. The announcements of
 * one position stay together, so that a page may have a few more than its limit.
 */
export async function readAnnounced(store: Pick<RowReader, 'rows'>, { party, dyad, after, upTo, limit }: PhasesQuery) {
  const items: AnnouncedPhase[] = [];
  const range = { from: paddedPosition(after + 1), to: paddedPosition(upTo + 1) };
  let looked = 0;
  let last = after;
  for await (const { data } of store.rows({ partition: log, order: 'ascending', ...range, pageSize: 100 })) {
    const phase = data as AnnouncedPhase;
    if (phase.position !== last && (items.length >= limit || looked >= mostLooked)) return { items, next: last };
    looked += 1;
    last = phase.position;
    const isWanted = (dyad ?? phase.dyad) === phase.dyad && (party === undefined || partiesIn(phase).includes(party));
    if (isWanted) items.push(phase);
  }
  return { items, next: Math.max(after, upTo) };
}

/** Reads the position of the last announcement up to that of the announcer; 0: there is none. */
export async function lastAnnounced(store: Pick<RowReader, 'rows'>, upTo: number): Promise<number> {
  const range = { partition: log, to: paddedPosition(upTo + 1), order: 'descending', pageSize: 1 } as const;
  for await (const { position } of store.rows(range)) return position;
  return 0;
}

/** Returns the two parties of an announcement. */
export const partiesIn = ({ dyad }: Pick<AnnouncedPhase, 'dyad'>): string[] => splitPair(dyad) ?? [];
