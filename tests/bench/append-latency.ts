import { v7 } from 'uuid';
import { appender } from '#shared/ledger/append.ts';
import { maxEvents } from '#shared/ledger/commit-limits.ts';
import { databaseAt, type Stores, storesOn } from '#tests/support/stores.ts';
import { figure } from './figure.ts';
import type { Part } from './part.ts';
import { milliseconds, together } from './rounds.ts';
import { quantile } from './statistics.ts';
import { commitsOf, proposal, recordedBy, streamOf, typicalBytes } from './workload.ts';

const warmUp = 50;

/** The latency of an append, against the length of its stream. */
export const appendLatency: Part = {
  name: 'append-latency',
  how:
    `One writer appends one event of ${typicalBytes} bytes without a precondition, in turn to streams of 1, about 100 and about 10 000 events; ` +
    'their newest commit holds one event each.',
  measure: async ({ startDatabase, quick }) => {
    const stores = await storesOn(databaseAt(await startDatabase()));
    const count = quick ? 150 : 800;
    const lengths = [
      { length: 1, streams: await streamsOf(stores, 1, count + warmUp) },
      { length: 100, streams: await streamsOf(stores, 100, 40) },
      { length: 10_000, streams: await streamsOf(stores, 10_000, 1) },
    ];
    const append = appender({ ledger: stores.ledger, now: () => new Date(), newId: v7 });
    const events = [proposal()];

    const samples = lengths.map((): number[] => []);
    for (let sample = 0; sample < count + warmUp; sample += 1) {
      for (const [index, { streams }] of lengths.entries()) {
        const stream = streams[sample % streams.length] ?? '';
        const took = await milliseconds(async () => append({ stream, expectedVersion: 'any', events, recordedBy }));
        if (sample >= warmUp) samples[index]?.push(took);
      }
    }
    const at = (index: number, share: number) => quantile(samples[index] ?? [], share);
    return lengths.flatMap(({ length }, index) => {
      const name = `append to a stream of ${length.toLocaleString('en')}`;
      return [
        figure(`${name}, p50`, 'ms', at(index, 0.5)),
        figure(`${name}, p95`, 'ms', at(index, 0.95)),
        ...(index === 0 ? [] : [figure(`${name}, p50`, '× length 1', at(index, 0.5) / at(0, 0.5), { atMost: 1.2 })]),
      ];
    });
  },
};

/** Streams of so many events: full commits, and a last one of one event. */
async function streamsOf({ ledger }: Stores, length: number, count: number): Promise<string[]> {
  const full = Math.ceil(length / maxEvents) - 1;
  const sizes = [...Array.from({ length: full }, () => maxEvents), length - full * maxEvents - 1, 1].filter(Boolean);
  const streams = Array.from({ length: count }, (_, index) => streamOf(`length${length}`, index));
  await together(8, streams, async (stream) => {
    for (const commit of commitsOf(stream, sizes)) await ledger.put(commit);
  });
  return streams;
}
