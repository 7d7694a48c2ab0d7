import { once } from 'node:events';
import { systemTiming, type Timing } from '#shared/clock.ts';
import { eventId } from '#shared/domain/events/event-address.ts';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import { type Block, eventsAfter } from '#shared/feed/blocks/block.ts';
import { consumeFeed, type FeedConsumer } from '#shared/feed/consumers/consume-feed.ts';
import { sequence, sweep } from '#shared/feed/sequencer/sequence.ts';
import { StreamContended, VersionConflict } from '#shared/ledger/append-errors.ts';
import type { Appended } from '#shared/ledger/appended.ts';
import { type Commit, lastVersion } from '#shared/ledger/commit.ts';
import type { Ledger } from '#shared/ledger/ledger.ts';
import { projectionStages } from '#shared/read-models/projecting-consumers.ts';
import type { BusEntry } from '#shared/subscriptions/event-bus/event-bus.ts';
import { publisher } from '#shared/subscriptions/event-bus/publish.ts';
import { allBlocks } from '#shared/verification/stored-record.ts';
import { appending } from './appending.ts';
import { meeting } from './events.ts';
import { projectFeed } from './projecting.ts';
import type { ContractStores } from './store-contract.ts';
import { Killed, maxFailures, mortal, type Process, untilAlive } from './mortal.ts';

export interface Plan {
  readonly writers: number;
  readonly appendsEach: number;
  /** The streams that a writer appends to, in turn. */
  readonly streams: readonly string[];
  /** Chance that a call is the last one of its process. */
  readonly risk: number;
  /** Chance that a wake-up is lost. */
  readonly loss: number;
}

/** A process that may be killed without anybody minding. */
const mayDie = async (run: () => Promise<unknown>): Promise<void> => {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  }
};

/**
 * Writers, sequencers and consumers at the same time, each killed now and then, woken too often, too late, or not at
 * all. Over stores in memory their pauses may be of virtual time.
 */
export function world(stores: ContractStores, plan: Plan, random: () => number, timing: Timing = systemTiming) {
  const published: BusEntry[] = [];
  const bus = {
    put: async (entries: readonly BusEntry[]) => {
      const refused = new Set(entries.filter(() => random() < 0.1));
      published.push(...entries.filter((entry) => !refused.has(entry)));
      return [...refused];
    },
  };
  /** Every consumer as a process runs it, with those of the stage before it, which it must not overtake. */
  const consumers = (process: Process): Staged[] => {
    const port = <Port extends object>(one: Port): Port => mortal(one, random, plan.risk, process);
    const stages = projectionStages({ readModels: port(stores.readModels), registry: port(stores.registry) });
    const projections = stages.flatMap((stage, index) =>
      stage.map((consumer) => ({ consumer, behind: (stages[index - 1] ?? []).map(({ name }) => name) })),
    );
    return [...projections, { consumer: publisher(port(bus), stores.ledger), behind: [] }];
  };

  let news = Promise.withResolvers<void>();
  /** Wake-ups wait here: of every new item once, twice or never, in any order. */
  const setEnvironment = <Item>(queue: Item[], item: Item): void => {
    if (random() < plan.loss) return;
    queue.splice(Math.floor(random() * (queue.length + 1)), 0, item);
    if (random() < 0.2) queue.push(item);
    news.resolve();
    news = Promise.withResolvers();
  };
  const commits: Commit[] = [];
  const blocks = new Map<string, Block[]>();
  /**
   * Writes meet others at the same moment now and then, some of them after they have landed: then a retry of the SDK
   * met them.
   */
  const told = async <Outcome>(commit: Commit, put: () => Promise<Outcome>): Promise<Outcome | 'contended'> => {
    if (random() < 0.05) return 'contended';
    const outcome = await put();
    if (outcome === undefined) setEnvironment(commits, commit);
    return random() < 0.05 ? 'contended' : outcome;
  };
  const ledger: Ledger = {
    ...stores.ledger,
    put: async (commit, changes) => told(commit, async () => stores.ledger.put(commit, changes)),
  };
  const feed: ContractStores['feed'] = {
    ...stores.feed,
    put: async (block) => {
      const isPut = await stores.feed.put(block);
      if (isPut) for (const queue of blocks.values()) setEnvironment(queue, block);
      return isPut;
    },
  };

  const sequenceOnce = async (): Promise<void> => {
    const woken = commits.splice(0, 1 + Math.floor(random() * 20));
    const ports = {
      ledger: mortal(ledger, random, plan.risk),
      feed: mortal(feed, random, plan.risk),
      quarantine: stores.quarantine,
    };
    if (woken.length > 0) await mayDie(async () => sequence(ports, woken));
  };

  /** An hour passes between two looks at the time: what a killed process began counts as unfinished the next time. */
  let hours = 0;
  const now = () => new Date((hours += 1) * 3_600_000);

  const consumeOnce = async (index: number, queue: Block[]): Promise<void> => {
    const notified = queue.splice(0, 1 + Math.floor(random() * 5));
    if (notified.length === 0) return;
    const process = { dead: false };
    const { consumer, behind } = consumers(process)[index] ?? {};
    if (consumer === undefined) throw new Error(`There is no consumer ${index}`);
    const checkpoints = mortal(stores.checkpoints, random, plan.risk, process);
    const reader = mortal(stores.feed, random, plan.risk, process);
    await mayDie(async () => {
      const found = await checkpoints.read([consumer.name, ...(behind ?? [])]);
      const end = Math.min(Number.POSITIVE_INFINITY, ...(behind ?? []).map((name) => found.get(name)?.position ?? 0));
      const from = found.get(consumer.name);
      const { quarantine } = stores;
      await consumeFeed(consumer, {
        feed: reader,
        checkpoints,
        quarantine,
        from,
        end,
        notified,
        now,
        maxFailures,
      });
    });
  };

  /**
   * Appends until it is answered: mostly without a precondition, otherwise at the version that the stream is seen to
   * have.
   */
  const appendSurely = async (request: { stream: string; idempotencyKey: string; events: NewEvent[] }) => {
    const append = appending(mortal(ledger, random, plan.risk), timing);
    const exactly = random() < 0.2;
    let expectedVersion = exactly ? lastVersion(await stores.ledger.head(request.stream)) : ('any' as const);
    for (;;) {
      const began = timing.now();
      try {
        return await untilAlive(
          async () => append({ ...request, expectedVersion }),
          (error) => error instanceof StreamContended,
        );
      } catch (error) {
        if (!(error instanceof VersionConflict)) throw error;
        expectedVersion = error.currentVersion;
        await timing.pause(timing.random() * 10 * (timing.now() - began)); // at once they would all meet again
      }
    }
  };

  const write = async (writer: number): Promise<Appended[]> => {
    const appended: Appended[] = [];
    const meetings: Appended[] = [];
    for (let count = 0; count < plan.appendsEach; count += 1) {
      const idempotencyKey = `writer-${writer}-${count}`;
      const earlier = count % 3 === 2 ? meetings[Math.floor(random() * meetings.length)] : undefined;
      const stream = earlier?.stream ?? plan.streams[(writer + count) % plan.streams.length] ?? '';
      const event = earlier === undefined ? inStream(stream, idempotencyKey) : refined(earlier, idempotencyKey, random);
      const done = await appendSurely({ stream, idempotencyKey, events: [event] });
      appended.push(done);
      if (earlier === undefined) meetings.push(done);
    }
    return appended;
  };

  return {
    published,
    /** All writers, with sequencers and consumers running beside them until the writers are done. */
    run: async (): Promise<Appended[]> => {
      const done = new AbortController();
      const ended = once(done.signal, 'abort');
      const alongside = async (work: () => Promise<void>, queue: readonly unknown[]): Promise<void> => {
        while (!done.signal.aborted) {
          if (queue.length === 0) await Promise.race([news.promise, ended]);
          await work();
        }
      };
      const helpers = [sequenceOnce, sequenceOnce].map(async (work) => alongside(work, commits));
      const names = consumers({ dead: false }).map(({ consumer }) => consumer.name);
      for (const [index, name] of [...names.entries(), ...names.entries()]) {
        const queue = blocks.get(name) ?? [];
        blocks.set(name, queue);
        helpers.push(alongside(async () => consumeOnce(index, queue), queue));
      }
      const writers = Array.from({ length: plan.writers }, async (_, writer) => write(writer));
      const appended = await Promise.all(writers).finally(() => {
        done.abort();
      });
      await Promise.all(helpers);
      return appended.flat();
    },
    /** What the tick does when nobody is killed any more. */
    settle: async (): Promise<void> => {
      await sweep(stores, 1000);
      await projectFeed(stores, { maxFailures });
      const surely = publisher({ put: async (entries) => (published.push(...entries), []) }, stores.ledger);
      await consumeFeed(surely, { ...stores, maxFailures });
    },
    events: async () => (await Array.fromAsync(allBlocks(stores.feed))).flatMap((block) => eventsAfter(0, block)),
  };
}

interface Staged {
  readonly consumer: FeedConsumer;
  /** Names of the consumers that it must not overtake. */
  readonly behind: readonly string[];
}

/** A correction that puts a meeting on another day. */
const refined = ({ stream, version }: Appended, summary: string, random: () => number): NewEvent =>
  NewEvent.parse({
    type: 'EventDateRefined',
    of: eventId(stream, version),
    occurred: `2025-01-${10 + Math.floor(random() * 20)}`,
    summary,
  });

const inStream = (stream: string, summary: string) =>
  meeting({
    summary,
    participants: stream
      .slice('relation/'.length)
      .split('-')
      .map((party) => ({ party, role: 'participant' })),
  });
