import { type Block, entriesOf, type FeedHead } from './block.ts';

/**
 * The positions of a stream's versions. Derived from a block alone, written after it and never changed, so that a late
 * write is harmless. The versions of a stream in one block have a row at the last of them and, when they are of several
 * commits, one at the last of the first commit.
 */
export interface VersionRow {
  readonly stream: string;
  /** The row's key: its last version. */
  readonly version: number;
  /** First versions of runs of consecutive positions, in order, each with its position. */
  readonly places: readonly Place[];
  /** The last version of the stream in the same block, where that is a later one. */
  readonly upTo?: number;
  /** The hash of the commit that ends with this version, where the writer knew it. */
  readonly hash?: string;
}

export type Place = readonly [version: number, position: number];

/** A commit in a block. */
export interface SequencedCommit {
  readonly stream: string;
  readonly version: number;
  readonly count: number;
  readonly hash?: string;
}

/** Lists the rows of the commits that follow a position, in their order. */
export function versionRows(after: FeedHead, commits: readonly SequencedCommit[]): VersionRow[] {
  const runs = new Map<string, { first: VersionRow; last: VersionRow }>();
  let position = after.position + 1;
  for (const { stream, version, count, hash } of commits) {
    const own: VersionRow = {
      stream,
      version: version + count - 1,
      places: [[version, position]],
      ...(hash !== undefined && { hash }),
    };
    const before = runs.get(stream);
    const last = before === undefined ? own : { ...own, places: joined(before.last, [version, position]) };
    runs.set(stream, { first: before?.first ?? own, last });
    position += count;
  }
  return [...runs.values()].flatMap(({ first, last }) =>
    first.version === last.version
      ? [last]
      : [{ stream: first.stream, version: first.version, places: first.places, upTo: last.version }, last],
  );
}

/** Lists the rows of a block of which only the entries are known. */
export const versionRowsOf = (block: Block): VersionRow[] =>
  versionRows(
    { position: block.position - 1, hash: block.previousHash },
    entriesOf(block).map(({ stream, version, events }) => ({ stream, version, count: events.length })),
  );

/** Adds a run unless it continues the last one. */
function joined({ version: last, places }: VersionRow, next: Place): readonly Place[] {
  const [from, at] = places.at(-1) ?? [0, 0];
  return next[1] - at === next[0] - from && next[0] === last + 1 ? places : [...places, next];
}

/** Finds the position of a version; `undefined` when the row does not hold it. */
export function placeIn({ version: last, places }: VersionRow, version: number): number | undefined {
  const place = version > last ? undefined : places.findLast(([from]) => from <= version);
  return place && place[1] + version - place[0];
}
