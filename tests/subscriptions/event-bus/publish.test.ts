import { beforeEach, describe, expect, it } from 'vitest';
import { facetsOf } from '#shared/domain/events/facets.ts';
import { record } from '#shared/domain/events/recorded-event.ts';
import { consumeFeed } from '#shared/feed/consumers/consume-feed.ts';
import { sweep } from '#shared/feed/sequencer/sequence.ts';
import type { LedgerReader } from '#shared/ledger/ledger.ts';
import { type BusEntry, entryBytes } from '#shared/subscriptions/event-bus/event-bus.ts';
import { entryOf, publisher, publisherName } from '#shared/subscriptions/event-bus/publish.ts';
import { appending } from '#tests/support/appending.ts';
import { meeting } from '#tests/support/events.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { virtualTime } from '#tests/support/virtual-time.ts';
import { recorder } from '#tests/support/recorder.ts';

let stores: ReturnType<typeof inMemoryStores>;

beforeEach(async () => {
  stores = inMemoryStores();
  await appending(stores.ledger)({ events: Array.from({ length: 23 }, () => meeting()) });
  await sweep(stores, 1);
});

const positionOf = ({ detail }: BusEntry): number => (JSON.parse(detail) as { position: number }).position;

/** A bus that takes what `takes` says, and remembers the positions of every call. */
function bus(takes: (position: number, call: number) => boolean) {
  const calls: number[][] = [];
  return {
    calls,
    put: async (entries: readonly BusEntry[]) => {
      calls.push(entries.map(positionOf));
      return entries.filter((entry) => !takes(positionOf(entry), calls.length));
    },
  };
}

const refined = (of: string) => ({ type: 'EventDateRefined', schemaVersion: 1, of, occurred: '2025-01-14' }) as const;

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('the publisher', () => {
  it('sends every event once, in order, when the bus takes them all', async () => {
    const { calls, put } = bus(() => true);
    await consumeFeed(publisher({ put }, stores.ledger, virtualTime()), stores);
    expect(calls).toEqual([range(1, 10), range(11, 20), range(21, 23)]);
    expect(await stores.checkpoints.position(publisherName)).toBe(23);
  });

  it('reads the events of several corrections at the same time, and sends all in order', async () => {
    await appending(stores.ledger)({ events: Array.from({ length: 40 }, () => refined('relation.BGD-PAK.1')) });
    await sweep(stores, 1);
    const { calls, put } = bus(() => true);
    let [open, most] = [0, 0];
    const ledger: Pick<LedgerReader, 'commits'> = {
      async *commits(...asked) {
        most = Math.max(most, (open += 1));
        try {
          yield* stores.ledger.commits(...asked);
        } finally {
          open -= 1;
        }
      },
    };
    await consumeFeed(publisher({ put }, ledger), stores);
    expect(calls.flat()).toEqual(range(1, 63));
    expect([most > 1, most <= 16]).toEqual([true, true]);
  });

  it('sends what the bus did not take again, only that and in order, before it goes on', async () => {
    const { calls, put } = bus((position, call) => call === 4 || (call > 2 && position !== 7) || position % 3 !== 1);
    await consumeFeed(publisher({ put }, stores.ledger, virtualTime()), stores);
    expect(calls).toEqual([range(1, 10), [1, 4, 7, 10], [1, 4, 7, 10], [7], range(11, 20), range(21, 23)]);
    expect(await stores.checkpoints.position(publisherName)).toBe(23);
  });

  it('gives up after some attempts, stays where it is, and begins there again when mended', async () => {
    const refusing = bus((position) => position !== 13);
    await expect(consumeFeed(publisher(refusing, stores.ledger, virtualTime()), stores)).rejects.toThrow(
      'The bus did not take 1 of 10 entries',
    );
    expect(refusing.calls.slice(1)).toEqual([range(11, 20), [13], [13], [13], [13], [13]]);
    expect(await stores.checkpoints.position(publisherName)).toBe(0);

    const mended = bus(() => true);
    await consumeFeed(publisher(mended, stores.ledger, virtualTime()), stores);
    expect(mended.calls.flat()).toEqual(range(1, 23));
  });

  it('gives each event its type to match, and the time of its recording', async () => {
    const entries: BusEntry[] = [];
    await consumeFeed(
      publisher({ put: async (some) => (entries.push(...some), []) }, stores.ledger, virtualTime()),
      stores,
    );
    const [first] = entries;
    expect(first).toMatchObject({ source: 'chancery', detailType: 'MeetingHeld' });
    expect(JSON.parse(first?.detail ?? '')).toMatchObject({ id: 'relation.BGD-PAK.1', time: first?.time });
  });
});

describe('an event that is too large for the bus', () => {
  const event = {
    id: 'relation.BGD-PAK.1',
    stream: 'relation/BGD-PAK',
    version: 1,
    position: 7,
    ...record(meeting({ summary: 'x'.repeat(2000) }), {
      recordedAt: '2025-01-16T09:00:00.000Z',
      recordedBy: recorder(),
    }),
  };
  const facets = facetsOf(event);

  it('goes by reference, says so, and can still be selected', () => {
    const entry = entryOf(event, facets, 1500);
    expect(entryBytes(entry)).toBeLessThanOrEqual(1500);
    expect(JSON.parse(entry.detail)).toMatchObject({
      id: event.id,
      position: 7,
      dataref: '/events/relation.BGD-PAK.1',
      data: { id: event.id, type: 'MeetingHeld', omitted: true, ...facets },
    });
  });

  it('is one that does not fit: any other goes whole', () => {
    const whole = entryOf(event, facets);
    expect(JSON.parse(whole.detail)).toMatchObject({ data: event });
    expect(entryOf(event, facets, entryBytes(whole))).toEqual(whole);
    expect(JSON.parse(entryOf(event, facets, entryBytes(whole) - 1).detail)).toHaveProperty('dataref');
  });
});
