import type { Knowledge, Relation } from '../../api-types.ts';

/** A relation as it is known now, and as it was known at an instant. */
export interface LoadedRelation {
  readonly now: Relation;
  /** Undefined: no instant is asked for. */
  readonly past: Relation | undefined;
  /** As it had been reported by the instant, where nothing had been recorded by then. */
  readonly reported: Relation | undefined;
}

export const isEmpty = ({ n, unheld }: Pick<Relation, 'n' | 'unheld'>): boolean => n + unheld === 0;

/** Loads a relation, and what had been reported by an instant by which nothing was recorded. */
export async function loadRelation(
  dyad: string,
  known: Knowledge,
  signal: AbortSignal,
  read: (dyad: string, known: Knowledge, signal: AbortSignal) => Promise<Relation>,
): Promise<LoadedRelation> {
  const [now, past] = await Promise.all([
    read(dyad, {}, signal),
    known.asOf === undefined ? undefined : read(dyad, known, signal),
  ]);
  const isUnrecorded = past !== undefined && known.knownBy === undefined && isEmpty(past) && !isEmpty(now);
  const reported = isUnrecorded ? await read(dyad, { ...known, knownBy: 'reported' }, signal) : undefined;
  return { now, past, reported };
}
