import { chunksOf } from '#shared/chunks.ts';
import { inParallel } from '#shared/in-parallel.ts';
import { type Commit, lastVersion } from '#shared/ledger/commit.ts';
import type { LedgerReader } from '#shared/ledger/ledger.ts';
import { bytesInBlock } from '#shared/feed/blocks/block.ts';
import { provenRun, type UnprovenCommit } from './proven-run.ts';
import type { NotifiedVersions, StreamEnd } from './stream-end.ts';

/** Names the first version of a new commit of a stream; a commit is its own notice. */
export interface CommitNotice {
  readonly stream: string;
  readonly version: number;
}

/** Streams read at the same time; bounds the commits in memory. */
const streamsAtOnce = 16;

interface PendingStream {
  readonly stream: string;
  readonly notified: NotifiedVersions;
  /** The first version of the latest notified commit. */
  readonly newest: number;
  /** The commits of the notices, each once, by version. */
  readonly brought: readonly Commit[];
  end: StreamEnd;
  /** Proven commits that continue from the end. */
  ready: readonly Commit[];
}

export interface PendingCommits {
  /** The notified versions of each stream that is not done. */
  notified(): ReadonlyMap<string, NotifiedVersions>;
  /** Restarts after these ends of streams. */
  startAfter(ends: ReadonlyMap<string, StreamEnd>): void;
  /** Returns the next block's commits by recording time; none when nothing is left. */
  next(): Promise<Commit[]>;
  /** Confirms that the chosen commits are in the feed. */
  moveOn(chosen: readonly Commit[]): void;
}

export interface PendingOptions {
  readonly bytesPerBlock: number;
  /** Quarantines a commit; its stream waits. */
  readonly onUnproven: (unproven: UnprovenCommit) => Promise<void>;
  /** Reports a stream that could not be read; it is left out. */
  readonly onFailure: (stream: string, error: unknown) => void;
}

/** Collects the commits that follow the ends of the notified streams, up to the latest notice of each. */
export function pendingCommits(
  ledger: Pick<LedgerReader, 'commits'>,
  notices: readonly (CommitNotice | Commit)[],
  { bytesPerBlock, onUnproven, onFailure }: PendingOptions,
): PendingCommits {
  const streams = new Map(
    [...Map.groupBy(notices, ({ stream }) => stream)].map(([stream, of]) => [stream, pendingStream(stream, of)]),
  );

  const fill = async (pending: PendingStream): Promise<void> => {
    try {
      const { run, unproven } = await provenRun(ledger, pending.stream, pending.end, pending.brought);
      pending.ready = run;
      if (unproven === undefined || run.length > 0) return;
      streams.delete(pending.stream);
      await onUnproven(unproven);
    } catch (error) {
      streams.delete(pending.stream);
      onFailure(pending.stream, error);
    }
  };
  const goOnAfter = (pending: PendingStream, end: StreamEnd, ready: readonly Commit[]): void => {
    Object.assign(pending, { end, ready });
    if (end.version >= pending.newest) streams.delete(pending.stream);
  };

  return {
    notified: () => new Map([...streams].map(([stream, { notified }]) => [stream, notified])),
    startAfter: (ends) => {
      for (const [stream, pending] of streams) goOnAfter(pending, ends.get(stream) ?? { version: 0 }, []);
    },
    next: async () => {
      const runs: (readonly Commit[])[] = [];
      let bytes = 0;
      for (const some of chunksOf([...streams.values()], streamsAtOnce)) {
        await inParallel(
          some.filter(({ ready }) => ready.length === 0),
          fill,
          streamsAtOnce,
        );
        runs.push(...some.map(({ ready }) => ready));
        bytes += some.flatMap(({ ready }) => ready).reduce((sum, commit) => sum + bytesInBlock(commit), 0);
        if (bytes > bytesPerBlock) break;
      }
      return asMuchAsFits(bytesPerBlock, inRecordedOrder(runs));
    },
    moveOn: (chosen) => {
      for (const commit of chosen) {
        const pending = streams.get(commit.stream);
        const end = { version: lastVersion(commit), hash: commit.hash };
        if (pending !== undefined)
          goOnAfter(
            pending,
            end,
            pending.ready.filter((next) => next.version > end.version),
          );
      }
    },
  };
}

function pendingStream(stream: string, notices: readonly (CommitNotice | Commit)[]): PendingStream {
  const versions = notices.map(({ version }) => version);
  const sorted = notices.flatMap((notice) => ('events' in notice ? [notice] : [])).toSorted(byVersion);
  const brought = sorted.filter(({ version }, index) => sorted[index - 1]?.version !== version);
  const [first, last] = [brought[0], brought.at(-1)];
  const newest = Math.max(...versions);
  return {
    stream,
    notified: {
      first: Math.min(...versions),
      ...(first?.version === Math.min(...versions) && { firstEnds: lastVersion(first) }),
      ...(last?.version === newest && { lastEnds: lastVersion(last) }),
    },
    newest,
    brought,
    end: { version: 0 },
    ready: [],
  };
}

const byVersion = (a: CommitNotice, b: CommitNotice): number => a.version - b.version;

/** Sorts commits by recording time, keeping the order within a stream even if its clock ran backwards. */
function inRecordedOrder(runs: readonly (readonly Commit[])[]): Commit[] {
  const timed = runs.flatMap((run) => {
    let recorded = '';
    return run.map((commit) => {
      if (commit.committedAt > recorded) recorded = commit.committedAt;
      return { commit, recorded };
    });
  });
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return timed
    .toSorted(
      (a, b) =>
        compare(a.recorded, b.recorded) || compare(a.commit.stream, b.commit.stream) || byVersion(a.commit, b.commit),
    )
    .map(({ commit }) => commit);
}

function asMuchAsFits(limit: number, commits: Commit[]): Commit[] {
  let bytes = 0;
  const end = commits.findIndex((commit) => (bytes += bytesInBlock(commit)) > limit);
  return end === -1 ? commits : commits.slice(0, Math.max(end, 1));
}
