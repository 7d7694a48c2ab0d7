import { describe, expect, it } from 'vitest';
import { EventId, eventId, parseEventId } from '#shared/domain/events/event-id.ts';
import { splitStream, StreamName, streamName } from '#shared/domain/streams/stream-name.ts';

describe('the name of a stream', () => {
  it.each([
    'relation/BGD-PAK',
    'relation/BGD-x-un',
    'mission/PAK-BGD',
    'country/BGD',
    'country/x-kosovo',
    'visit/kamr-ul-hassan-pakistan-2025-01',
    'agreement/tripartite-1974',
    'measure/01JH_x',
  ])('may be %s', (stream) => {
    expect(StreamName.safeParse(stream).success).toBe(true);
    const { category, id } = splitStream(stream);
    expect(streamName(category, id)).toBe(stream);
  });

  it.each([
    ['relation/PAK-BGD', 'expected the codes in order: "relation/BGD-PAK"'],
    ['relation/BGD-ZZZ', 'two different party codes'],
    ['mission/BGD-BGD', 'sender and receiver'],
    ['country/BD', 'party code'],
    ['visit/-x', '1 to 64 letters'],
    ['visit/a.b', '1 to 64 letters'],
    [`visit/${'a'.repeat(65)}`, '1 to 64 letters'],
    ['treaty/x', 'expected a category out of visit, agreement'],
    ['toString/x', 'expected a category'],
    ['visit', '"<category>/<id>"'],
    ['visit/a/b', '"<category>/<id>"'],
  ])('is not %s: %s', (stream, message) => {
    expect(StreamName.safeParse(stream).error?.issues[0]?.message).toContain(message);
  });
});

describe('the id of an event', () => {
  it('is its address, and leads back to it', () => {
    expect(eventId('relation/BGD-PAK', 7)).toBe('relation.BGD-PAK.7');
    expect(parseEventId('relation.BGD-PAK.7')).toEqual({ stream: 'relation/BGD-PAK', version: 7 });
    expect(parseEventId('visit.kamr-ul-hassan-2025-01.12')).toEqual({
      stream: 'visit/kamr-ul-hassan-2025-01',
      version: 12,
    });
    expect(EventId.parse('country.x-kosovo.1')).toBe('country.x-kosovo.1');
  });

  it.each([
    'relation.PAK-BGD.7',
    'relation.BGD-PAK.0',
    'relation.BGD-PAK.07',
    'relation.BGD-PAK',
    'e01',
    'visit..1',
    '',
  ])('is not %j', (text) => {
    expect(parseEventId(text)).toBeUndefined();
    expect(EventId.safeParse(text).success).toBe(false);
  });
});
