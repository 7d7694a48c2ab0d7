import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dedupeKeys, probablyTheSame } from '#shared/domain/events/duplicate.ts';
import { likenessOf } from '#shared/domain/events/likeness.ts';
import type { EventTypeName } from '#shared/domain/events/event-types.ts';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import seed from '#infra/local/cli/demo/seed-brief.json' with { type: 'json' };
import { as, sampleEvent } from '#tests/support/sample-event.ts';

const keys = (occurred: string, type: EventTypeName = 'MeetingHeld') => dedupeKeys(sampleEvent(type, { occurred }));

/** Why a report of a meeting is probably the same as another. */
const same = (a: Record<string, unknown>, b: Record<string, unknown>, type: EventTypeName = 'MeetingHeld') =>
  probablyTheSame(likenessOf(sampleEvent(type, a)), likenessOf(sampleEvent(type, b)));

const withWhom = (id: string | undefined, office?: string) => ({
  participants: [
    { party: 'BGD', role: 'participant', person: { id: 'person:bgd-officer', name: 'Officer' } },
    { party: 'PAK', role: 'participant', ...(id && { person: { id, name: id.slice(7) } }), ...(office && { office }) },
  ],
});

describe('the keys of an event and its duplicates', () => {
  it('are its type, its parties in order, and each month that it may have happened in', () => {
    expect(keys('2025-01-14')).toEqual(['MeetingHeld/BGD+PAK/2025-01']);
    expect(keys('2024-12-31/2025-01-02')).toEqual(['MeetingHeld/BGD+PAK/2024-12', 'MeetingHeld/BGD+PAK/2025-01']);
    expect(keys('2024-24')).toHaveLength(3);
    expect(dedupeKeys(sampleEvent('MeetingHeld', as('x-un:mediator', 'PAK:participant', 'BGD:participant')))).toEqual([
      'MeetingHeld/BGD+PAK+x-un/2025-01',
    ]);
  });

  it.each(['1971', '2024-08/..', '../2024', '2024-01/2024-04'])('are none for a date as vague as %s', (occurred) => {
    expect(keys(occurred)).toEqual([]);
  });

  it('are shared by any two events whose days overlap', () => {
    const dayOf = (days: number) => new Date(Date.UTC(2024, 11, days)).toISOString().slice(0, 10);
    const first = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(first, first, fc.integer({ min: 0, max: 60 }), fc.nat(60), (a, b, lengthOfA, lengthOfB) => {
        const [mine, others] = [
          [a, lengthOfA],
          [b, lengthOfB],
        ].map(([from = 1, length = 0]) => ({ occurred: `${dayOf(from)}/${dayOf(from + length)}` }));
        const shared = keys(mine?.occurred ?? '').filter((key) => keys(others?.occurred ?? '').includes(key));
        expect(shared.length > 0 || same(mine ?? {}, others ?? {}) === undefined).toBe(true);
      }),
    );
  });
});

describe('two reports of one type between the same parties', () => {
  it.each([
    ['of the same day', {}, {}],
    ['of a day and of its month', { occurred: '2025-01-14' }, { occurred: '2025-01~' }],
    ['of which only one says where', { place: { city: 'Rawalpindi' } }, {}],
    ['with a topic in common', { topics: ['trade', 'jf-17'] }, { topics: ['jf-17', 'visas'] }],
    ['of which only one has topics', { topics: ['trade'] }, {}],
    ['with the same people', withWhom('person:pak-munir'), withWhom('person:pak-munir', 'Chief of Army Staff')],
    ['of which only one names people', withWhom('person:pak-munir'), withWhom(undefined)],
    ['of which one only takes part', as('BGD:participant', 'PAK:participant'), as('BGD:visitor', 'PAK:host')],
    ['that spell the place in other case', { place: { city: 'DHAKA' } }, { place: { city: 'Dhaka' } }],
  ])('are probably one: %s', (_, a, b) => {
    expect(same(a, b)).toContain('the same type and parties');
    expect(same(b, a)).toContain('the same type and parties');
  });

  it.each([
    ['of other days', { occurred: '2025-01-14' }, { occurred: '2025-01-15' }],
    ['within other visits', { partOf: 'visit.a.1' }, { partOf: 'visit.b.1' }],
    ['about other topics', { topics: ['trade'] }, { topics: ['visas'] }],
    ['with other people', withWhom('person:pak-munir'), withWhom('person:pak-mirza')],
    ['with other offices', withWhom('person:pak-munir', 'Chief of Army Staff'), withWhom(undefined, 'Chief of Naval Staff')], // prettier-ignore
    ['in other countries', { place: { country: 'EGY' } }, { place: { country: 'USA' } }],
    ['in other cities', { place: { city: 'Cairo' } }, { place: { city: 'Dhaka' } }],
  ])('are not: %s', (_, a, b) => {
    expect(same(a, b)).toBeUndefined();
    expect(same(b, a)).toBeUndefined();
  });

  it('are not one when they go the other way round', () => {
    const [to, fro] = [as('BGD:source', 'PAK:target'), as('BGD:target', 'PAK:source')];
    expect(same(to, fro, 'CriticismExpressed')).toBeUndefined();
  });

  it('are not one when their titles or kinds differ', () => {
    const titled = (title: string) => ({ title, ...as('BGD:signatory', 'PAK:signatory') });
    expect(same(titled('On visas'), titled('On trade'), 'AgreementSigned')).toBeUndefined();
    expect(same(titled('On Visas'), titled('on visas'), 'AgreementSigned')).toBeDefined();
  });

  it('say why', () => {
    const a = { ...withWhom(undefined), partOf: 'visit.a.1', topics: ['trade', 'jf-17'], occurred: '2025-01-14' };
    expect(same(a, { ...a, topics: ['jf-17'], occurred: '2025-01~', modality: 'hypothetical' })).toBe(
      'the same type and parties, at 2025-01-14 and 2025-01~; both part of visit.a.1; both name person:bgd-officer; both about jf-17; one held, one hypothetical',
    );
  });
});

it('the seed brief holds no event twice, though its meetings share a day, a visit and an officer', () => {
  const events = seed.commits.flatMap((commit) => commit.events.map((event) => NewEvent.parse(event))).filter((event) => !isCorrection(event)); // prettier-ignore
  const pairs = events.flatMap((event, index) =>
    events
      .slice(index + 1)
      .filter((other) => dedupeKeys(event).some((key) => dedupeKeys(other).includes(key)))
      .filter((other) => probablyTheSame(likenessOf(event), likenessOf(other)) !== undefined)
      .map((other) => [event.summary, other.summary]),
  );
  expect(pairs).toEqual([]);
});
