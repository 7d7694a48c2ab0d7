import { type Block, emptyFeed, headAfter, lastPosition } from '#shared/feed/blocks/block.ts';
import type { FeedPositions, FeedReader, FeedWriter, ReconcileCursor } from '#shared/feed/feed.ts';
import { endOf, streamEndFrom } from '#shared/feed/sequencer/stream-end.ts';
import { placeIn, type VersionRow, versionRowsOf } from '#shared/feed/blocks/version-rows.ts';

export type InMemoryFeed = FeedReader & FeedPositions & FeedWriter & ReconcileCursor;

/**
 * The feed in memory. It keeps blocks, rows and `complete` apart, and refuses a block only when its position is
 * another's, as DynamoDB does.
 */
export function inMemoryFeed(): InMemoryFeed {
  const blocks: Block[] = []; // in order
  const rows = new Map<string, Map<number, VersionRow>>();
  let complete = emptyFeed;
  let reconciled: string | undefined;
  const head = () => {
    const last = blocks.at(-1);
    return last === undefined ? emptyFeed : headAfter(last);
  };
  const after = (position: number) =>
    blocks.slice(blocks.findLastIndex((block) => lastPosition(block) <= position) + 1);
  const positionsOf: FeedPositions['positionsOf'] = async (stream, versions) => {
    const latest = after(complete.position)
      .flatMap(versionRowsOf)
      .filter((row) => row.stream === stream);
    const known = [...(rows.get(stream)?.values() ?? []), ...latest];
    return new Map(
      versions.flatMap((version) => {
        const position = known.map((row) => placeIn(row, version)).find((place) => place !== undefined);
        return position === undefined ? [] : [[version, position] as const];
      }),
    );
  };
  return {
    head: async (consistency = 'strong') => (consistency === 'strong' ? head() : complete),
    read: async (position, atMost = 3) => after(position).slice(0, atMost),
    positionsOf,
    positionOf: async (stream, version) => (await positionsOf(stream, [version])).get(version),
    complete: async () => complete,
    blocksAfter: async ({ position }) => after(position).slice(0, 3),
    streamEnds: async (notified) =>
      new Map(
        [...notified].map(([stream, versions]) => {
          const of = rows.get(stream) ?? new Map<number, VersionRow>();
          const end = streamEndFrom(versions, (version) => of.get(version));
          if (end !== undefined) return [stream, end];
          const last = of.get(Math.max(...of.keys()));
          return [stream, last === undefined ? { version: 0 } : endOf(last)];
        }),
      ),
    put: async (block) => {
      const before = blocks.findLastIndex(({ position }) => position <= block.position);
      if (blocks[before]?.position === block.position) return false;
      blocks.splice(before + 1, 0, block);
      return true;
    },
    writeRows: async (written) => {
      for (const row of written) {
        const of = rows.get(row.stream) ?? new Map<number, VersionRow>();
        rows.set(row.stream, of.set(row.version, row));
      }
    },
    moveComplete: async (to) => {
      if (to.position > complete.position) complete = to;
    },
    withoutRow: async (ends) =>
      new Set(ends.filter(({ stream, version }) => !rows.get(stream)?.has(version)).map(({ stream }) => stream)),
    load: async () => reconciled,
    save: async (reached) => void (reconciled = reached),
  };
}
