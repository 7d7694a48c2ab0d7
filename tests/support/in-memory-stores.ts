import { atStart, type Checkpoint, type Checkpoints } from '#shared/feed/consumers/checkpoints.ts';
import type { VerificationProgress, VerificationStore } from '#shared/feed/verification-progress.ts';
import type { Quarantine, QuarantinedItem } from '#shared/feed/consumers/quarantine.ts';
import { type Commit, lastVersion } from '#shared/ledger/commit.ts';
import type { Decision, DecisionChange } from '#shared/ledger/decisions.ts';
import type { Ledger, LedgerWalk, PutOutcome } from '#shared/ledger/ledger.ts';
import type { GenerationRegistry } from '#shared/projections/generations/generation-registry.ts';
import type { RowWalk } from '#shared/projections/generations/remove-generations.ts';
import { undecided } from '#shared/projections/generations/generations.ts';
import { type ReadModels, rowId, type StoredRow } from '#shared/projections/engine/read-models.ts';
import { inMemoryFeed } from './in-memory-feed.ts';
import { plainCopy } from './plain-copy.ts';

/** The ports in memory, held to the same contract as DynamoDB's, for runs that would take too long there. */
export const inMemoryStores = () => {
  const { ledger, walk } = inMemoryLedger();
  return {
    ledger,
    walk,
    feed: inMemoryFeed(),
    checkpoints: inMemoryCheckpoints(),
    quarantine: inMemoryQuarantine(),
    verification: inMemoryVerification(),
    ...inMemoryReadModels(),
    registry: inMemoryRegistry(),
  };
};

function inMemoryLedger(): { ledger: Ledger; walk: LedgerWalk } {
  const streams = new Map<string, Commit[]>();
  const decisions = new Map<string, Decision>();
  const of = (stream: string): Commit[] => streams.get(stream) ?? [];
  const unexpected = (changes: readonly DecisionChange[]): Map<string, Decision | undefined> =>
    new Map(
      changes
        .filter(({ key, expected }) => expected !== 'any' && (decisions.get(key)?.revision ?? 0) !== expected)
        .map(({ key }) => [key, decisions.get(key)]),
    );
  const change = (changes: readonly DecisionChange[]): void => {
    for (const { key, next } of changes) if (next !== undefined) decisions.set(key, next);
  };
  const put = async (commit: Commit, changes: readonly DecisionChange[] = []): Promise<PutOutcome> => {
    const present = of(commit.stream).find(({ version }) => version === commit.version);
    const changed = unexpected(changes);
    if (present !== undefined) return { commit: present, changed };
    if (changed.size > 0) return { changed };
    streams.set(commit.stream, [...of(commit.stream), commit]);
    change(changes);
    return undefined;
  };
  const ledger: Ledger = {
    head: async (stream) => of(stream).at(-1),
    put,
    decide: async (only) => {
      const changed = unexpected([only]);
      if (changed.size > 0) return { changed };
      change([only]);
      return undefined;
    },
    decisions: async (keys) =>
      new Map(
        keys.flatMap((key) => {
          const decision = decisions.get(key);
          return decision === undefined ? [] : [[key, decision] as const];
        }),
      ),
    commitAt: async (stream, version) => of(stream).find((commit) => commit.version === version),
    async *commits(stream, { from, direction }) {
      const all = of(stream);
      if (direction === 'forward') yield* all.filter((commit) => lastVersion(commit) >= (from ?? 1));
      else yield* all.toReversed().filter(({ version }) => from === undefined || version <= from);
    },
  };
  return { ledger, walk: { page: async () => ({ commits: [...streams.values()].flat() }) } };
}

function inMemoryCheckpoints(): Checkpoints {
  const checkpoints = new Map<string, Checkpoint>();
  const of = (consumer: string) => checkpoints.get(consumer) ?? atStart;
  const put = (consumer: string, { position, attempt, released }: Checkpoint, more: Partial<Checkpoint>) =>
    checkpoints.set(consumer, { position, ...(attempt && { attempt }), ...(released && { released }), ...more });
  return {
    read: async (consumers) => new Map(consumers.map((name) => [name, of(name)])),
    position: async (consumer) => of(consumer).position,
    positions: async (consumers) => new Map(consumers.map((name) => [name, of(name).position])),
    attempt: async (consumer, from, attempt) => {
      const { attempt: _, ...rest } = of(consumer);
      if (rest.position !== from) return false;
      put(consumer, rest, attempt === undefined ? {} : { attempt });
      return true;
    },
    move: async (consumer, from, to) => {
      const { attempt: _, ...rest } = of(consumer);
      if (rest.position !== from) return false;
      put(consumer, rest, { position: to });
      return true;
    },
    release: async (consumer, position) => {
      const released = [...new Set([...(of(consumer).released ?? []), position])].toSorted((a, b) => a - b);
      put(consumer, of(consumer), { released });
    },
    released: async (consumer, position) => {
      const { released = [], ...rest } = of(consumer);
      const left = released.filter((other) => other !== position);
      put(consumer, rest, left.length === 0 ? {} : { released: left });
    },
    remove: async (consumer) => void checkpoints.delete(consumer),
  };
}

function inMemoryQuarantine(): Quarantine {
  const items = new Map<string, QuarantinedItem>();
  const key = (consumer: string, item: string) => `${consumer}\n${item}`;
  return {
    add: async (added) => void items.set(key(added.consumer, added.item), added),
    list: async ({ limit, after = '' }) => {
      const keys = [...items.keys()].toSorted().filter((name) => name > after);
      const next = keys.length > limit ? keys[limit - 1] : undefined;
      const page = keys.slice(0, limit).flatMap((name) => items.get(name) ?? []);
      return { items: page, ...(next !== undefined && { next }) };
    },
    has: async (consumer, item) => items.has(key(consumer, item)),
    release: async (consumer, item) => items.delete(key(consumer, item)),
  };
}

function inMemoryVerification(): VerificationStore {
  let progress: VerificationProgress | undefined;
  return {
    read: async () => progress,
    replace: async (read, next) => {
      if (JSON.stringify(read) !== JSON.stringify(progress)) return false;
      progress = structuredClone(next);
      return true;
    },
  };
}

function inMemoryRegistry(): GenerationRegistry {
  let decisions = undecided;
  return {
    read: async () => decisions,
    replace: async (read, next) => {
      if (read.revision !== decisions.revision) return false;
      decisions = structuredClone({ ...next, revision: read.revision + 1 });
      return true;
    },
  };
}

function inMemoryReadModels(): { readModels: ReadModels; rows: RowWalk } {
  const rows = new Map<string, StoredRow>();
  /** The ids of rows, by their partition. */
  const partitions = new Map<string, Set<string>>();
  const write = (row: StoredRow): void => {
    const id = rowId(row);
    if (!rows.has(id)) partitions.set(row.partition, (partitions.get(row.partition) ?? new Set()).add(id));
    rows.set(id, plainCopy(row));
  };
  const readModels: ReadModels = {
    load: async (keys) =>
      new Map(
        keys.flatMap((key) => {
          const row = rows.get(rowId(key));
          return row === undefined ? [] : [[rowId(key), row] as const];
        }),
      ),
    save: async (writes) => {
      const lost = writes.filter(({ row, read }) => rows.get(rowId(row))?.position !== read);
      for (const one of writes) if (lost.length === 0 || !lost.includes(one)) write(one.row);
      return lost.map(({ row }) => row);
    },
    put: async (all) => all.forEach(write),
    async *rows({ partition, order, from = '', to = '\u{10ffff}' }) {
      const found = [...(partitions.get(partition) ?? [])]
        .flatMap((id) => rows.get(id) ?? [])
        .filter((row) => row.sort >= from && row.sort <= to)
        .toSorted((a, b) => (a.sort < b.sort ? -1 : 1));
      yield* order === 'ascending' ? found : found.toReversed();
    },
    async *whole(names, range) {
      for (const partition of new Set(names)) yield* readModels.rows({ partition, order: 'ascending', ...range });
    },
  };
  const walk: RowWalk = {
    page: async (prefix, after = '') => {
      const ids = [...rows.keys()].toSorted().filter((id) => id > after);
      const page = ids.slice(0, 3).flatMap((id) => rows.get(id) ?? []);
      const next = ids.length > 3 ? ids[2] : undefined;
      return {
        rows: page.filter(({ partition }) => partition.startsWith(prefix)),
        ...(next !== undefined && { next }),
      };
    },
    remove: async (keys) => {
      for (const key of keys) rows.delete(rowId(key));
    },
  };
  return { readModels, rows: walk };
}
