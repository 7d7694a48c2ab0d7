import { type RecordedEvent, readEvent } from '#shared/domain/events/recorded-event.ts';
import { oncePer } from '#shared/domain/once-per.ts';
import { chainHash, type Commit } from '#shared/ledger/commit.ts';

/** A run of consecutive positions of the feed, written at once: one item. */
export interface Block {
  /** Global position of the block's first event; positions are 1, 2, 3 … without gaps. */
  readonly position: number;
  readonly count: number;
  /** JSON array of `{stream, version, events}`, one element a commit, its events byte for byte as in the ledger. */
  readonly entries: string;
  readonly previousHash: string;
  /** `sha256(previousHash ‖ entries)`: covers everything up to the block's last position. */
  readonly hash: string;
}

export interface FeedHead {
  /** The last assigned position; 0 before the first event. */
  readonly position: number;
  readonly hash: string;
}

export const emptyFeed: FeedHead = { position: 0, hash: '' };

/** Bytes of entries in one block: a DynamoDB item holds 400 KB, a commit at most 200 KB. */
export const blockBytes = 300 * 1024;

/** Bytes that a commit takes of a block. */
export const bytesInBlock = ({ stream, events }: Pick<Commit, 'stream' | 'events'>): number =>
  Buffer.byteLength(events) + Buffer.byteLength(stream) + 40;

type Sequenced = Pick<Commit, 'stream' | 'version' | 'count' | 'events'>;

/** Returns the element of a block's `entries` for a commit. */
export const entryOf = (commit: Pick<Commit, 'stream' | 'version' | 'events'>): string =>
  `{"stream":${JSON.stringify(commit.stream)},"version":${commit.version},"events":${commit.events}}`;

/** Makes the block of these commits after the head. */
export function composeBlock(head: FeedHead, commits: readonly Sequenced[]): Block {
  const entries = `[${commits.map(entryOf).join(',')}]`;
  return {
    position: head.position + 1,
    count: commits.reduce((sum, commit) => sum + commit.count, 0),
    entries,
    previousHash: head.hash,
    hash: chainHash(head.hash, entries),
  };
}

/** The end of a block. */
type BlockEnd = Pick<Block, 'position' | 'count' | 'hash'>;

export const headAfter = (block: BlockEnd): FeedHead => ({ position: lastPosition(block), hash: block.hash });

export const lastPosition = (block: Omit<BlockEnd, 'hash'>): number => block.position + block.count - 1;

/** A commit within a block's `entries`. */
export interface BlockEntry {
  readonly stream: string;
  readonly version: number;
  readonly events: readonly unknown[];
}

/** Parses the entries of a block, once for all its readers. */
export const entriesOf = oncePer((block: Block): readonly BlockEntry[] => JSON.parse(block.entries));

/** The events of a block that were read, by position. */
const readIn = oncePer((_block: Block) => new Map<number, PositionedEvent>());

/**
 * Returns the events of a block after a position, each with its position, upcast to the current schemas. Each is read
 * once for all readers of the block. One that cannot be read throws, for readers that are not past it.
 */
export function eventsAfter(position: number, block: Block): PositionedEvent[] {
  const events: PositionedEvent[] = [];
  const known = readIn(block);
  let at = block.position;
  for (const { stream, version, events: stored } of entriesOf(block)) {
    for (const [index, event] of stored.entries()) {
      if (at > position) {
        const read =
          known.get(at) ?? positioned(readEvent(event, { stream, version: version + index, position: at }), at);
        known.set(at, read);
        events.push(read);
      }
      at += 1;
    }
  }
  return events;
}

/** An event with its global position. */
export type PositionedEvent = RecordedEvent & { readonly position: number };

const positioned = (event: RecordedEvent, position: number): PositionedEvent => Object.assign(event, { position });

/** Approximate bytes of blocks in one run. */
const sliceBytes = 4 * 1024 * 1024;

/** Returns the blocks, in any order, that continue from a position without a gap, up to the limit of bytes. */
export function sliceAfter(position: number, blocks: readonly Block[]): Block[] {
  const slice: Block[] = [];
  let next = position + 1;
  let bytes = 0;
  for (const block of blocks.toSorted((a, b) => a.position - b.position)) {
    if (lastPosition(block) < next) continue;
    if (block.position > next || bytes > sliceBytes) break;
    slice.push(block);
    bytes += block.entries.length;
    next = lastPosition(block) + 1;
  }
  return slice;
}
