import type { FeedConsumer } from '#shared/feed/consumers/consume-feed.ts';
import type { LedgerReader } from '#shared/ledger/ledger.ts';
import { matcherName } from './matcher-name.ts';
import { type View, viewsFrom, wants } from '#shared/subscriptions/filter/matching.ts';
import type { Pending, SubscriptionKey } from './subscription.ts';
import type { IndexEntry, SubscriptionIndex, TriggerDeliveries } from './subscriptions.ts';
import { termsIn } from '#shared/subscriptions/filter/terms.ts';

/** The number of subscriptions marked at a time. */
const parallel = 16;

export interface MatcherPorts extends ReceiverSubscriptions {
  readonly ledger: Pick<LedgerReader, 'commits'>;
}

/** The subscriptions of webhooks, or those of sockets, and how what they want is sent. */
export interface ReceiverSubscriptions {
  readonly index: SubscriptionIndex;
  readonly trigger: TriggerDeliveries;
  readonly now: () => Date;
}

/**
 * Finds the subscriptions that want an event of the feed, reading only those that share a term with it. It marks them
 * before its checkpoint moves, so that everything before the checkpoint is delivered or marked, and triggers the
 * deliveries of those that were not due yet.
 */
export const matcher = ({ ledger, ...receiver }: MatcherPorts): FeedConsumer => ({
  name: matcherName,
  handle: async (events) => {
    const views = viewsFrom(ledger);
    const seen: Seen[] = [];
    for (const { position, ...event } of events)
      seen.push(...(await views(event)).map((view) => ({ position, view, terms: termsIn(view) })));
    await markWanted(receiver, seen);
  },
});

/** Marks the subscriptions that want some of what was seen, in the order of the feed, and triggers their deliveries. */
export async function markWanted({ index, trigger, now }: ReceiverSubscriptions, all: readonly Seen[]): Promise<void> {
  const found = new Map<string, Match>();
  const terms = byTerm(all);
  for await (const entry of index.entries([...terms.keys()])) addMatch(found, entry, terms.get(entry.term) ?? []);
  const at = now().toISOString();
  const untriggered: SubscriptionKey[] = [];
  await inParallel(found.values(), async ({ key, pending }) => {
    if (await index.mark(key, pending, at)) untriggered.push(key);
  });
  if (untriggered.length > 0) await trigger(untriggered);
}

/** An event or an announcement, with the terms under which filters that want it may be indexed. */
export interface Seen {
  readonly position: number;
  readonly view: View;
  readonly terms: readonly string[];
}

interface Match {
  readonly key: SubscriptionKey;
  readonly pending: Pending;
}

/** Returns what was seen by its terms, in the order of the feed. */
function byTerm(all: readonly Seen[]): Map<string, readonly Seen[]> {
  const terms = new Map<string, Seen[]>();
  for (const seen of all) {
    for (const term of seen.terms) {
      const same = terms.get(term) ?? [];
      terms.set(term, same);
      same.push(seen);
    }
  }
  return terms;
}

function addMatch(found: Map<string, Match>, { owner, id, filter }: IndexEntry, seen: readonly Seen[]): void {
  const positions = seen.filter(({ view }) => wants(filter, view)).map(({ position }) => position);
  const [from] = positions;
  const to = positions.at(-1);
  if (from === undefined || to === undefined) return;
  const before = found.get(id)?.pending ?? { from, to };
  const pending = { from: Math.min(before.from, from), to: Math.max(before.to, to) };
  found.set(id, { key: { owner, id }, pending });
}

async function inParallel<Job>(jobs: Iterable<Job>, work: (job: Job) => Promise<void>): Promise<void> {
  const queue = Iterator.from(jobs);
  const run = async () => {
    for (const job of queue) await work(job);
  };
  await Promise.all(Array.from({ length: parallel }, run));
}
