import { zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { blockBytes, composeBlock, emptyFeed, eventsAfter } from '#shared/feed/blocks/block.ts';
import { blockFrom, blockItem } from '#shared/feed/blocks/block-item.ts';
import { record } from '#shared/domain/events/recorded-event.ts';
import { meeting } from '#tests/support/events.ts';
import { randomFrom } from '#tests/support/mortal.ts';
import { recorder } from '#tests/support/recorder.ts';

const blockOf = (text: string) =>
  composeBlock(emptyFeed, [{ stream: 'visit/dhaka', version: 1, count: 1, events: JSON.stringify([{ text }]) }]);

/** Text that does not compress. */
function noise(length: number): string {
  const random = randomFrom(1);
  return Buffer.from(Array.from({ length }, () => Math.floor(random() * 256)))
    .toString('base64url')
    .slice(0, length);
}

describe("a block's item", () => {
  it('holds exactly the bytes that are hashed, compressed or not', () => {
    for (const text of ['short', 'long '.repeat(5000), noise(5000), 'Bangladesh বাংলাদেশ '.repeat(500)]) {
      const block = blockOf(text);
      expect(blockFrom(blockItem(block))).toEqual(block);
    }
  });

  it('is compressed only when that takes fewer write units', () => {
    expect(blockItem(blockOf('short')).entries).toHaveProperty('S');
    expect(blockItem(blockOf('x'.repeat(700))).entries).toHaveProperty('S');
    expect(blockItem(blockOf('long '.repeat(5000))).entries).toHaveProperty('B');
  });

  it('fits into an item of 400 KB, even if nothing in it compresses', () => {
    const { entries } = blockItem(blockOf(noise(blockBytes - 100)));
    expect(entries?.B?.length ?? Buffer.byteLength(entries?.S ?? '')).toBeLessThan(390 * 1024);
  });

  it('is read from a stream record too, where binary values are base64', () => {
    const block = blockOf('long '.repeat(5000));
    const ofStream: unknown = JSON.parse(
      JSON.stringify(blockItem(block), (_, value: unknown) =>
        typeof value === 'object' && value !== null && 'type' in value && 'data' in value
          ? Buffer.from(value.data as number[]).toString('base64')
          : value,
      ),
    );
    expect(blockFrom(ofStream as ReturnType<typeof blockItem>)).toEqual(block);
  });

  it('that unpacks to more than a block holds is refused', () => {
    const item = { ...blockItem(blockOf('short')), entries: { B: zstdCompressSync('x'.repeat(3 * blockBytes)) } };
    expect(() => blockFrom(item)).toThrow('Cannot create a Buffer larger');
  });
});

describe('the events of a block', () => {
  const recorded = record(meeting(), { recordedAt: new Date(0).toISOString(), recordedBy: recorder('test') });
  const block = composeBlock(emptyFeed, [
    {
      stream: 'visit/dhaka',
      version: 1,
      count: 2,
      events: JSON.stringify([{ ...recorded, schemaVersion: 99 }, recorded]),
    },
  ]);

  it('are the same for all of its readers', () => {
    expect(eventsAfter(1, block).map(({ id }) => id)).toEqual(['visit.dhaka.2']);
    expect(eventsAfter(1, block)[0]).toBe(eventsAfter(1, block)[0]);
  });

  it('that cannot be read throw for who is not past them, and for nobody else', () => {
    expect(() => eventsAfter(0, block)).toThrow('no schema version 99');
    expect(eventsAfter(1, block)).toHaveLength(1);
  });
});
