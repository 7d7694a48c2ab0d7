import { backOff } from '#shared/back-off.ts';
import type { Commit } from '#shared/ledger/commit.ts';
import type { LedgerReader, LedgerWalk } from '#shared/ledger/ledger.ts';
import { composeBlock } from './block.ts';
import { type FeedView, type FeedWriter, maxStreams, type ReconcileCursor } from './feed.ts';

/** Bytes of events in one block: a DynamoDB item holds 400 KB, a commit at most 200 KB. */
const blockBytes = 300 * 1024;

export interface Sequenced {
  /** Events that were given a position, by the commit that holds them. */
  readonly commits: readonly Commit[];
  /** Streams that could not be sequenced, with the reason; the others were. */
  readonly failed: ReadonlyMap<string, unknown>;
  /** Whether time ran out before everything was sequenced. */
  readonly unfinished: boolean;
}

/** Asked between blocks; `false` ends the work early. */
export type HasTime = () => boolean;

/**
 * Gives the next global positions to commits that have none yet. What it is woken with may be early, late or repeated:
 * each stream goes on after its marker, with what was brought when that is next, otherwise with what the ledger holds.
 */
export async function sequence(
  ports: { readonly ledger: LedgerReader; readonly feed: FeedWriter },
  woken: readonly Commit[],
  hasTime: HasTime = () => true,
): Promise<Sequenced> {
  const brought = Map.groupBy(woken, ({ stream }) => stream);
  const streams = [...brought.keys()];
  const commits: Commit[] = [];
  const failed = new Map<string, unknown>();
  for (let start = 0; start < streams.length; start += maxStreams) {
    if (!hasTime()) return { commits, failed, unfinished: true };
    const group = new Map(
      streams.slice(start, start + maxStreams).map((stream) => [stream, brought.get(stream) ?? []]),
    );
    commits.push(...(await sequenceGroup(ports, group, failed, hasTime)));
  }
  return { commits, failed, unfinished: !hasTime() };
}

/** Streams that fit into one transaction, until nothing of theirs is left. */
async function sequenceGroup(
  { ledger, feed }: { readonly ledger: LedgerReader; readonly feed: FeedWriter },
  group: Map<string, readonly Commit[]>,
  failed: Map<string, unknown>,
  hasTime: HasTime,
): Promise<Commit[]> {
  const done: Commit[] = [];
  let lost = 0;
  let view = await feed.view([...group.keys()]);
  while (hasTime()) {
    const pending = await nextCommits(ledger, view, group, failed);
    if (pending.length === 0) return done;
    const block = composeBlock(view.head, pending);
    const markers = new Map(pending.map(({ stream, version, count }) => [stream, version + count - 1]));
    const next = await feed.append(block, view, markers);
    if (next === undefined) {
      lost += 1;
      await backOff(lost);
    } else done.push(...pending);
    view = next ?? (await feed.view([...group.keys()]));
  }
  return done;
}

/** What follows the markers, up to a block's size, in the order of their recording; a stream's own order is kept. */
async function nextCommits(
  ledger: LedgerReader,
  view: FeedView,
  group: Map<string, readonly Commit[]>,
  failed: Map<string, unknown>,
): Promise<Commit[]> {
  const candidates: Commit[] = [];
  let bytes = 0;
  for (const [stream, brought] of group) {
    if (bytes > blockBytes) break;
    if (failed.has(stream)) continue;
    try {
      const next = await following(ledger, stream, view.markers.get(stream) ?? 0, brought);
      candidates.push(...next);
      bytes += next.reduce((sum, { events }) => sum + events.length, 0);
    } catch (error) {
      failed.set(stream, error);
    }
  }
  candidates.sort(
    (a, b) => compare(a.committedAt, b.committedAt) || compare(a.stream, b.stream) || a.version - b.version,
  );
  return upTo(blockBytes, candidates);
}

/** The commits after a marker: those brought, if they go on from it without a gap, otherwise a block's worth from the ledger. */
async function following(
  ledger: LedgerReader,
  stream: string,
  marker: number,
  brought: readonly Commit[],
): Promise<Commit[]> {
  const newer = brought.filter(({ version }) => version > marker).toSorted((a, b) => a.version - b.version);
  if (newer.length === 0) return [];
  const next = gapless(newer, marker);
  if (next.length > 0) return next;
  const read: Commit[] = [];
  let bytes = 0;
  for await (const commit of ledger.commits(stream, { direction: 'forward', from: marker + 1 })) {
    read.push(commit);
    bytes += commit.events.length;
    if (bytes > blockBytes) break;
  }
  const found = gapless(read, marker);
  if (found.length === 0) throw new Error(`${stream} has no commit at version ${marker + 1}, but a later one`);
  return found;
}

function gapless(sorted: readonly Commit[], marker: number): Commit[] {
  const run: Commit[] = [];
  let next = marker + 1;
  for (const commit of sorted) {
    if (commit.version !== next) continue;
    run.push(commit);
    next += commit.count;
  }
  return run;
}

function upTo(limit: number, commits: readonly Commit[]): Commit[] {
  let bytes = 0;
  const end = commits.findIndex((commit) => {
    bytes += Buffer.byteLength(commit.events) + commit.stream.length + 40;
    return bytes > limit;
  });
  return end === -1 ? [...commits] : commits.slice(0, Math.max(end, 1));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Looks through the ledger, some pages (1 MB each) a call and round again, for commits that no wake-up told of, and sequences
 * them: what a lost stream record would otherwise leave out for ever.
 */
export async function sweep(
  ports: { readonly ledger: LedgerReader; readonly feed: FeedWriter & ReconcileCursor; readonly walk: LedgerWalk },
  pages: number,
  hasTime: HasTime = () => true,
): Promise<Sequenced> {
  const commits: Commit[] = [];
  const failed = new Map<string, unknown>();
  let after = await ports.feed.load();
  for (let page = 0; page < pages; page += 1) {
    const { commits: found, next } = await ports.walk.page(after);
    const sequenced = await sequence(ports, found, hasTime);
    commits.push(...sequenced.commits);
    for (const [stream, reason] of sequenced.failed) failed.set(stream, reason);
    if (sequenced.unfinished) return { commits, failed, unfinished: true };
    after = next;
    await ports.feed.save(after);
    if (after === undefined) break;
  }
  return { commits, failed, unfinished: false };
}
