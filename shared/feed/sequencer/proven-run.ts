import { type Commit, genesisHash } from '#shared/ledger/commit.ts';
import { MalformedCommit } from '#shared/ledger/commit-item.ts';
import { type Chain, chainAfter, commitViolation } from '#shared/ledger/commit-violation.ts';
import type { LedgerReader } from '#shared/ledger/ledger.ts';
import { blockBytes, bytesInBlock } from '#shared/feed/blocks/block.ts';
import type { StreamEnd } from './stream-end.ts';

/** A commit that cannot be proven to follow what is in the feed. */
export interface UnprovenCommit {
  readonly stream: string;
  /** The version that should come next. */
  readonly version: number;
  readonly reason: string;
}

export interface ProvenRun {
  /** Commits that continue from the end without a gap, about one block of them; none when the first is unproven. */
  readonly run: readonly Commit[];
  /** The violation that ends the run. */
  readonly unproven?: UnprovenCommit;
}

/**
 * Returns the commits that follow the end of a stream: the given ones when they are next and proven, otherwise those of
 * the ledger. Checks version, hashes, count and JSON of each.
 */
export async function provenRun(
  ledger: Pick<LedgerReader, 'commits'>,
  stream: string,
  end: StreamEnd,
  atHand: readonly Commit[],
): Promise<ProvenRun> {
  const chain = await chainAt(ledger, stream, end);
  if (chain === undefined) return unprovenAfter(stream, end.version, 'The commit before it cannot be read');
  const next = atHand.filter(({ version }) => version > end.version);
  const { run } = provenPrefix(next, chain);
  return run.length > 0 ? { run } : readRun(ledger, stream, chain);
}

/** Returns the chain at the end of a stream; reads its hash from the ledger where the feed lacks it. */
async function chainAt(
  ledger: Pick<LedgerReader, 'commits'>,
  stream: string,
  { version, hash }: StreamEnd,
): Promise<Chain | undefined> {
  if (version === 0) return { version, hash: genesisHash(stream) };
  if (hash !== undefined) return { version, hash };
  try {
    for await (const commit of ledger.commits(stream, { direction: 'backward', from: version, pageSize: 1 })) {
      const chain = chainAfter(commit);
      return chain.version === version ? chain : undefined;
    }
  } catch (error) {
    if (!(error instanceof MalformedCommit)) throw error;
  }
  return undefined;
}

async function readRun(ledger: Pick<LedgerReader, 'commits'>, stream: string, chain: Chain): Promise<ProvenRun> {
  const read: Commit[] = [];
  let bytes = 0;
  let broken: MalformedCommit | undefined;
  try {
    for await (const commit of ledger.commits(stream, { direction: 'forward', from: chain.version + 1 })) {
      read.push(commit);
      bytes += commit.events.length;
      if (bytes > blockBytes) break;
    }
  } catch (error) {
    if (!(error instanceof MalformedCommit)) throw error;
    broken = error;
  }
  const { run, reason } = provenPrefix(read, chain);
  if (run.length === read.length && broken === undefined && run.length > 0) return { run };
  const why = reason ?? (broken === undefined ? 'The ledger has no such commit, but a later one' : String(broken));
  const end = run.reduce((last, { count }) => last + count, chain.version);
  return { ...unprovenAfter(stream, end, why), run };
}

const unprovenAfter = (stream: string, version: number, reason: string): ProvenRun => ({
  run: [],
  unproven: { stream, version: version + 1, reason },
});

/** Returns the commits up to the first that does not follow, and its violation. */
function provenPrefix(commits: readonly Commit[], from: Chain): { readonly run: Commit[]; readonly reason?: string } {
  const run: Commit[] = [];
  let chain = from;
  for (const commit of commits) {
    const bytes = bytesInBlock(commit);
    const violation =
      bytes > blockBytes
        ? `takes ${bytes} bytes of a block, which holds ${blockBytes}`
        : commitViolation(commit, chain);
    if (violation !== undefined) return { run, reason: `The commit at version ${commit.version} ${violation}` };
    run.push(commit);
    chain = chainAfter(commit);
  }
  return { run };
}
