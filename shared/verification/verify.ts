import { type Block, emptyFeed, type FeedHead } from '#shared/feed/blocks/block.ts';
import { chainHash, genesisHash } from '#shared/ledger/commit.ts';
import { type Chain, chainAfter, commitViolation, type HashedCommit } from '#shared/ledger/commit-violation.ts';
import { replayedStates } from './replayed-states.ts';
import { expectation, RecordBroken, requireNoted, verifyBlock } from './verify-block.ts';

/** The record that the verifier reads: the feed from its beginning, then the ledger. */
export interface VerifiableRecord {
  blocks(): AsyncIterable<Block>;
  /** Every stream of the ledger, where the source can list them; one that only the feed knows of need not be here. */
  streams(): AsyncIterable<string>;
  commits(stream: string): AsyncIterable<HashedCommit>;
}

export interface Verified {
  readonly streams: number;
  readonly commits: number;
  readonly events: number;
  readonly positions: number;
  /** Commits of the ledger that the feed does not have yet. */
  readonly unsequenced: number;
  /** The feed's last hash, which covers the whole record up to the last position. */
  readonly hash: string;
}

/** A stream's chains in the ledger: that of its commits, and that of their events alone, which the feed has, too. */
interface LedgerChain extends Chain {
  readonly events: string;
  readonly committedAt: string;
}

/**
 * Proves the hash chains, the gapless versions and positions, the deciders' states, that the feed is the ledger, and
 * that the feed has come by the heads that were noted before; throws RecordBroken at the first violation.
 */
export async function verify(record: VerifiableRecord, noted: readonly FeedHead[] = []): Promise<Verified> {
  const sequenced = new Map<string, Chain>();
  const notedAt = new Map(noted.map((one) => [one.position, one.hash]));
  let head = emptyFeed;
  for await (const block of record.blocks()) {
    const next = verifyBlock(block, head, sequenced);
    requireNoted(notedAt, head, next);
    head = next;
  }
  requireLongEnough(noted, head);
  const streams = new Set(sequenced.keys());
  for await (const stream of record.streams()) streams.add(stream);
  const totals = { streams: streams.size, commits: 0, events: 0, unsequenced: 0 };
  for (const stream of streams) {
    const inFeed = sequenced.get(stream) ?? { version: 0, hash: genesisHash(stream) };
    const counted = await verifyStream(stream, record.commits(stream), inFeed);
    totals.commits += counted.commits;
    totals.events += counted.events;
    totals.unsequenced += counted.unsequenced;
  }
  return { ...totals, positions: head.position, hash: head.hash };
}

function requireLongEnough(noted: readonly FeedHead[], { position: last }: FeedHead): void {
  for (const { position } of noted)
    expectation(`feed position ${position}`)(
      position <= last,
      `was noted before, and is missing; the feed ends at ${last}`,
    );
}

async function verifyStream(stream: string, commits: AsyncIterable<HashedCommit>, inFeed: Chain) {
  const counted = { commits: 0, events: 0, unsequenced: 0 };
  const stateAfter = replayedStates(stream);
  let chain: LedgerChain = { version: 0, hash: genesisHash(stream), events: genesisHash(stream), committedAt: '' };
  let metFeed = inFeed.version === 0;
  for await (const commit of commits) {
    chain = verifyCommit(commit, chain);
    const place = `${stream} version ${commit.version}`;
    const state = replayed(place, () => stateAfter(commit));
    expectation(place)(
      state === undefined || state === commit.state,
      "does not have the state that the stream's events make",
    );
    counted.commits += 1;
    counted.events += commit.count;
    if (chain.version === inFeed.version) {
      expectation(`${stream} version ${chain.version}`)(chain.events === inFeed.hash, 'differs from what the feed has');
      metFeed = true;
    } else if (chain.version > inFeed.version) counted.unsequenced += 1;
  }
  expectation(`${stream} version ${inFeed.version}`)(metFeed, 'is in the feed but ends no commit of the ledger');
  return counted;
}

/** Replays a commit; throws a violation when its events cannot be replayed. */
function replayed<Result>(place: string, replay: () => Result): Result {
  try {
    return replay();
  } catch (error) {
    throw new RecordBroken(place, `cannot be replayed: ${String(error)}`);
  }
}

function verifyCommit(commit: HashedCommit, before: LedgerChain): LedgerChain {
  const violation = commitViolation(commit, before);
  if (violation !== undefined) throw new RecordBroken(`${commit.stream} version ${commit.version}`, violation);
  return { ...chainAfter(commit), events: chainHash(before.events, commit.events) };
}
