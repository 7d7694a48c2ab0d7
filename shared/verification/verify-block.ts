import { type Block, type BlockEntry, entriesOf, type FeedHead } from '#shared/feed/blocks/block.ts';
import { chainHash, genesisHash } from '#shared/ledger/commit.ts';
import type { Chain } from '#shared/ledger/commit-violation.ts';

/** The first violation of the record. */
export class RecordBroken extends Error {
  readonly place: string;

  constructor(place: string, reason: string) {
    super(`${place}: ${reason}`);
    this.name = 'RecordBroken';
    this.place = place;
  }
}

/** Returns a check for a place, which throws RecordBroken when its condition is false. */
export const expectation =
  (place: string) =>
  (holds: boolean, otherwise: string): void => {
    if (!holds) throw new RecordBroken(place, otherwise);
  };

/**
 * Checks a block against the head before it, adds its commits to the streams' chains and returns the head at its end.
 * Throws RecordBroken. `begin` returns the chain of a stream that the map does not have: by default, that of a new
 * stream.
 */
export function verifyBlock(
  block: Block,
  head: FeedHead,
  sequenced: Map<string, Chain>,
  begin: (entry: BlockEntry) => Chain = ({ stream }) => ({ version: 0, hash: genesisHash(stream) }),
): FeedHead {
  const place = `feed position ${block.position}`;
  const expect = expectation(place);
  expect(block.position === head.position + 1, `follows position ${head.position}`);
  expect(block.previousHash === head.hash, 'is not chained to the block before');
  expect(block.hash === chainHash(head.hash, block.entries), 'does not have the hash of its entries');
  let position = head.position;
  for (const entry of entriesOf(block)) {
    const { stream, version, events } = entry;
    const chain = sequenced.get(stream) ?? begin(entry);
    expect(version === chain.version + 1, `has ${stream} version ${version} after version ${chain.version}`);
    sequenced.set(stream, {
      version: version + events.length - 1,
      hash: chainHash(chain.hash, JSON.stringify(events)),
    });
    position += events.length;
  }
  expect(
    position - head.position === block.count,
    `counts ${block.count} events but holds ${position - head.position}`,
  );
  return { position, hash: block.hash };
}

/**
 * Compares the heads that were noted in the range of a block with the head at its end. Heads are noted between blocks
 * only. Throws RecordBroken.
 */
export function requireNoted(noted: ReadonlyMap<number, string>, before: FeedHead, after: FeedHead): void {
  for (let position = before.position + 1; position <= after.position; position += 1) {
    const hash = noted.get(position);
    if (hash === undefined) continue;
    const isHead = position === after.position && hash === after.hash;
    expectation(`feed position ${position}`)(isHead, `does not have the hash ${hash} that was noted before`);
  }
}
