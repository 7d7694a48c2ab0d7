import { type Block, type BlockEntry, entriesOf, type FeedHead } from '#shared/feed/blocks/block.ts';
import type { FeedReader } from '#shared/feed/feed.ts';
import { serviceError } from '#shared/dynamodb/service-error.ts';
import { inParallel } from '#shared/in-parallel.ts';
import { commitHash, genesisHash } from '#shared/ledger/commit.ts';
import { type Chain, chainAfter, commitViolation } from '#shared/ledger/commit-violation.ts';
import type { LedgerReader } from '#shared/ledger/ledger.ts';
import { expectation, RecordBroken, requireNoted, verifyBlock } from './verify-block.ts';

export interface VerifiedStores {
  readonly feed: Pick<FeedReader, 'head' | 'read'>;
  readonly ledger: Pick<LedgerReader, 'commits'>;
}

export interface VerificationBounds {
  /** The blocks to verify at most. */
  readonly blocks: number;
  readonly hasTime: () => boolean;
  /** A head that was verified before, which the blocks must lead to if they reach its position. */
  readonly noted?: FeedHead;
}

/** The head up to which blocks were verified, and the violation after it, if any. */
export interface VerifiedPart {
  readonly head: FeedHead;
  readonly broken?: RecordBroken;
}

/**
 * Verifies a bounded number of blocks after a head, and the ledger's commits in them: positions, hash chains of feed
 * and streams, and that the feed equals the ledger. It does not replay the deciders' states, as `verify` does. Errors
 * of a store's service are thrown.
 */
export async function verifyAfter(
  { feed, ledger }: VerifiedStores,
  from: FeedHead,
  { blocks: most, hasTime, noted }: VerificationBounds,
): Promise<VerifiedPart> {
  const heads = new Map(noted === undefined ? [] : [[noted.position, noted.hash]]);
  let head = from;
  try {
    for (let left = most; left > 0 && hasTime();) {
      const after = head.position;
      const blocks = await readable(`feed position ${after + 1}`, async () => feed.read(after, left));
      if (blocks.length === 0) break;
      for (const block of blocks) {
        if (left === 0 || !hasTime()) break;
        const next = await verifyWithLedger(ledger, block, head);
        requireNoted(heads, head, next);
        head = next;
        left -= 1;
      }
    }
    return { head };
  } catch (error) {
    if (error instanceof RecordBroken) return { head, broken: error };
    throw error;
  }
}

async function verifyWithLedger(ledger: VerifiedStores['ledger'], block: Block, head: FeedHead): Promise<FeedHead> {
  const next = verifyBlock(block, head, new Map(), ({ version }) => ({ version: version - 1, hash: '' }));
  const streams = Map.groupBy(entriesOf(block), ({ stream }) => stream);
  await inParallel([...streams.values()], async (entries) => verifyEntries(ledger, entries));
  return next;
}

/**
 * Compares a block's entries of one stream with the ledger: each commit follows the one before, and has the same
 * events.
 */
async function verifyEntries(ledger: VerifiedStores['ledger'], entries: readonly BlockEntry[]): Promise<void> {
  const [first] = entries;
  if (first === undefined) return;
  const { stream, version } = first;
  const place = `${stream} version ${version}`;
  const wanted = [...entries];
  let chain: Chain | undefined = version === 1 ? { version: 0, hash: genesisHash(stream) } : undefined;
  const commits = ledger.commits(stream, { direction: 'forward', from: Math.max(version - 1, 1) });
  await readable(place, async () => {
    for await (const commit of commits) {
      const at = expectation(`${stream} version ${commit.version}`);
      if (chain === undefined) {
        at(commit.hash === commitHash(commit), 'does not have the hash of what it holds');
      } else {
        const violation = commitViolation(commit, chain);
        at(violation === undefined, violation ?? '');
        const entry = wanted.shift();
        const isSame = entry?.version === commit.version && JSON.stringify(entry.events) === commit.events;
        at(isSame, 'differs from what the feed has');
      }
      chain = chainAfter(commit);
      if (wanted.length === 0) return;
    }
    expectation(`${stream} version ${wanted[0]?.version}`)(false, 'is in the feed but not in the ledger');
  });
}

/** Reads a part of the record. Throws RecordBroken when the store answers and what it has cannot be read. */
async function readable<Result>(place: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof RecordBroken || serviceError(error)) throw error;
    throw new RecordBroken(place, `cannot be read: ${String(error)}`);
  }
}
