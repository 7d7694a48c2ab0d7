import type { VersionRow } from '#shared/feed/blocks/version-rows.ts';

/**
 * The last version of a stream in the feed (0: none), and the hash of the commit that ends with it, where that is
 * known.
 */
export interface StreamEnd {
  readonly version: number;
  readonly hash?: string;
}

/** The versions of a stream's commits that may need sequencing. */
export interface NotifiedVersions {
  /** The first version of the earliest commit. */
  readonly first: number;
  /** The last version of the earliest commit; absent when only its first one is known. */
  readonly firstEnds?: number;
  /** The last version of the latest commit; absent when only its first one is known. */
  readonly lastEnds?: number;
}

/** Lists the keys of the rows that usually show the end of a stream; none when it takes a query. */
export function keysToLookUp({ first, firstEnds, lastEnds }: NotifiedVersions): number[] {
  if (firstEnds === undefined || lastEnds === undefined) return [];
  return [...new Set([...(first > 1 ? [first - 1] : []), firstEnds, lastEnds])];
}

/**
 * Derives the end of a stream from the rows at these keys, as far as its notified commits need it; `undefined` when
 * they do not show it. A row at the latest commit's end: all are in the feed. None at the earliest one's end, and one
 * right before it that ends its block: the earliest is the next, since as the first of its stream in a block it would
 * have a row, and as a later one the row before it would not end the block.
 */
export function streamEndFrom(
  notified: NotifiedVersions,
  rowAt: (version: number) => VersionRow | undefined,
): StreamEnd | undefined {
  const { first, firstEnds, lastEnds } = notified;
  if (firstEnds === undefined || lastEnds === undefined) return undefined;
  const last = rowAt(lastEnds);
  if (last !== undefined) return endOf(last);
  if (rowAt(firstEnds) !== undefined) return undefined;
  if (first === 1) return { version: 0 };
  const before = rowAt(first - 1);
  return before === undefined || before.upTo !== undefined ? undefined : endOf(before);
}

/** Returns the end of a stream from its last row. */
export const endOf = ({ version, upTo, hash }: VersionRow): StreamEnd => ({
  version: upTo ?? version,
  ...(upTo === undefined && hash !== undefined && { hash }),
});
