import { backOff } from '#shared/back-off.ts';
import { systemTiming, type Timing } from '#shared/clock.ts';
import type { Commit } from '#shared/ledger/commit.ts';
import type { LedgerReader, LedgerWalk } from '#shared/ledger/ledger.ts';
import { blockBytes, composeBlock, type FeedHead, headAfter } from '#shared/feed/blocks/block.ts';
import { blockFinisher, completeFeed } from './complete-feed.ts';
import type { FeedWriter, ReconcileCursor } from '#shared/feed/feed.ts';
import { type CommitNotice, pendingCommits } from './pending-commits.ts';
import type { UnprovenCommit } from './proven-run.ts';
import type { Quarantine } from '#shared/feed/consumers/quarantine.ts';

/** The sequencer's name in the quarantine. */
const consumer = 'sequence';

export interface SequencerPorts {
  readonly ledger: Pick<LedgerReader, 'commits'>;
  readonly feed: FeedWriter;
  readonly quarantine: Pick<Quarantine, 'add'>;
}

export interface SequencerOptions {
  /** Asked between blocks; `false` ends the work early. */
  readonly hasTime?: () => boolean;
  /** The back-off of sequencers that collided. */
  readonly timing?: Omit<Timing, 'now'>;
  readonly now?: () => Date;
  /** Bytes of a block's entries; one commit may take more alone. */
  readonly bytesPerBlock?: number;
}

export interface Sequenced {
  /** The sequenced commits. */
  readonly commits: readonly Commit[];
  /** Streams that could not be read, with the reason; the others were sequenced. */
  readonly failed: ReadonlyMap<string, unknown>;
  /** Quarantined commits that cannot be proven; their streams wait. */
  readonly quarantined: readonly UnprovenCommit[];
  /** Whether time ran out before everything was sequenced. */
  readonly unfinished: boolean;
}

/**
 * Assigns the next global positions to commits that have none. Notices may be early, late, repeated or lost. Any number
 * of sequencers may run: one that finds its position taken reads the other's block and continues after it.
 */
export async function sequence(
  { ledger, feed, quarantine }: SequencerPorts,
  notices: readonly (CommitNotice | Commit)[],
  {
    hasTime = () => true,
    timing = systemTiming,
    now = () => new Date(),
    bytesPerBlock = blockBytes,
  }: SequencerOptions = {},
): Promise<Sequenced> {
  const commits: Commit[] = [];
  const failed = new Map<string, unknown>();
  const quarantined: UnprovenCommit[] = [];
  const pending = pendingCommits(ledger, notices, {
    bytesPerBlock,
    onUnproven: async (unproven) => {
      const { stream, version, reason } = unproven;
      quarantined.push(unproven);
      await quarantine.add({ consumer, item: `${stream}#${version}`, reason, quarantinedAt: now().toISOString() });
    },
    onFailure: (stream, error) => failed.set(stream, error),
  });
  const finisher = blockFinisher(feed);
  let end: FeedHead | undefined;
  let lost = 0;
  let unfinished = notices.length > 0;
  while (unfinished && hasTime()) {
    if (end === undefined) {
      // The first time nobody else is expected: if blocks follow, the put finds its position taken.
      end = lost === 0 ? await feed.complete() : await completeFeed(feed, hasTime);
      if (end === undefined) break;
      // After `complete`, never before it: a row that is older than `complete` would let a commit be sequenced twice.
      pending.startAfter(await feed.streamEnds(pending.notified()));
    }
    const next = await pending.next();
    unfinished = next.length > 0;
    if (!unfinished) break;
    const block = composeBlock(end, next);
    if (await feed.put(block)) {
      end = headAfter(block);
      pending.moveOn(next);
      commits.push(...next);
      await finisher.add(block, next);
    } else {
      end = undefined;
      await finisher.end();
      await backOff((lost += 1), timing);
    }
  }
  await finisher.end();
  return { commits, failed, quarantined, unfinished };
}

/**
 * Scans the ledger, some pages (1 MB each) a call and then from the beginning again, for commits without a
 * notification, and sequences them: a lost stream record loses no commit.
 */
export async function sweep(
  ports: SequencerPorts & { readonly feed: ReconcileCursor; readonly walk: LedgerWalk },
  pages: number,
  options: SequencerOptions = {},
): Promise<Sequenced> {
  const all = { commits: [] as Commit[], failed: new Map<string, unknown>(), quarantined: [] as UnprovenCommit[] };
  let after = await ports.feed.load();
  for (let page = 0; page < pages; page += 1) {
    const { commits: found, malformed = [], next } = await ports.walk.page(after);
    const done = await sequence(ports, [...malformed, ...(await missing(ports.feed, found))], options);
    all.commits.push(...done.commits);
    all.quarantined.push(...done.quarantined);
    for (const [stream, reason] of done.failed) all.failed.set(stream, reason);
    if (done.unfinished) return { ...all, unfinished: true };
    after = next;
    await ports.feed.save(after);
    if (after === undefined) break;
  }
  return { ...all, unfinished: false };
}

/** Returns notices of the streams whose latest commit may be missing in the feed. */
async function missing(feed: FeedWriter, found: readonly Commit[]): Promise<CommitNotice[]> {
  const latest = new Map<string, Commit>();
  for (const commit of found) {
    if (commit.version >= (latest.get(commit.stream)?.version ?? 0)) latest.set(commit.stream, commit);
  }
  const ends = [...latest.values()].map(({ stream, version, count }) => ({ stream, version: version + count - 1 }));
  const without = await feed.withoutRow(ends);
  return [...latest.values()].filter(({ stream }) => without.has(stream)).map(({ stream, version }) => ({ stream, version })); // prettier-ignore
}
