import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { addCounts, type Counts } from '#shared/domain/scoring/counts.ts';
import { foldedName } from '#shared/domain/parties/folded-name.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { readSources } from '#shared/read-models/sources/query.ts';
import { mostPublishers, sourceFacts } from '#shared/read-models/sources/source-facts.ts';
import { arbitrarySteps, type History, historyOf } from '#tests/support/arbitrary-history.ts';
import { atPosition } from '#tests/support/feed-events.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { projectEvents } from '#tests/support/projecting.ts';
import { corrected, replayed } from '#tests/support/replayed-history.ts';

/** Every page of the publishers. */
async function sourcesIn(
  store: RowReader,
  asked: { prefix?: string; from?: string; to?: string; limit?: number } = {},
) {
  const found = [];
  let after: string | undefined;
  do {
    const page = await readSources(store, { prefix: '', limit: 2, ...asked, after });
    found.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return found;
}

const reports = [
  { publisher: 'Dawn', origin: 'ispr' },
  { publisher: 'DAWN' },
  { publisher: 'BSS', origin: 'ispr' },
  { publisher: 'ISPR' },
];
const factsOf = (more: object) =>
  Object.fromEntries(
    sourceFacts(atPosition(1, { evidence: { reports }, ...more })).map(({ publisher, counts }) => [publisher, counts]),
  );

describe('what an event counts for with its publishers', () => {
  it('is one event for each, whose reports may rest on an origin that others share', () => {
    expect(factsOf({})).toEqual({
      dawn: { events: 1, reports: 2, shared: 1, corroborated: 1 },
      bss: { events: 1, reports: 1, shared: 1, borrowed: 1, corroborated: 1 },
      ispr: { events: 1, reports: 1, shared: 1, corroborated: 1 },
    });
  });

  it('is nothing when it was withdrawn for no fault of theirs', () => {
    const event = atPosition(1, { evidence: { reports } });
    expect(sourceFacts({ ...event, withdrawn: { reason: 'duplicate' } })).toEqual([]);
    expect(sourceFacts({ ...event, withdrawn: { reason: 'false' } })[0]?.counts).toMatchObject({ retracted: 1 });
    expect(sourceFacts({ ...event, deniedBy: ['PAK', 'BGD'] })[0]?.counts).toMatchObject({ denied: 1 });
  });

  it('counts for so many publishers, and not for one more', () => {
    const many = Array.from({ length: mostPublishers + 1 }, (_, index) => ({ publisher: `Daily ${index}` }));
    const count = (some: typeof many) => sourceFacts(atPosition(1, { evidence: { reports: some } })).length;
    expect(count(many.slice(1))).toBe(mostPublishers);
    expect(count(many)).toBe(mostPublishers);
  });

  it('is kept under a key that stays within its limit', () => {
    const publisher = '\u{fdfa}'.repeat(120);
    const [fact] = sourceFacts(atPosition(1, { evidence: { reports: [{ publisher }] } }));
    expect(Buffer.byteLength(foldedName(publisher))).toBeGreaterThan(2000);
    expect(Buffer.byteLength(fact?.publisher ?? '')).toBeLessThanOrEqual(500);
  });
});

describe('the sources of a history with corrections', () => {
  const projections = ['events', 'sources'];
  /** What publishers add up to, said without any row. */
  const naive = (events: History['events'], [from, to]: readonly [string, string]) => {
    const sums = new Map<string, Counts>();
    const add = (publisher: string, counts: Counts) =>
      sums.set(publisher, addCounts(sums.get(publisher) ?? {}, counts));
    const seen = new Map(corrected(events).map((event) => [event.id, event]));
    for (const event of seen.values())
      for (const { publisher, month, counts } of sourceFacts(event))
        if (month >= from && month <= to) add(publisher, counts);
    for (const [index, cause] of events.entries()) {
      if (cause.type !== 'EventConfirmed') continue;
      const then = corrected(events.slice(0, index + 1)).find(({ id }) => id === cause.of);
      const facts = then === undefined ? [] : sourceFacts(then);
      // Where an event has moved since, or was withdrawn, its confirmation stays in the month that it was in.
      for (const { publisher, month } of facts) if (month >= from && month <= to) add(publisher, { confirmed: 1 });
    }
    return Object.fromEntries([...sums].filter(([, { events: n = 0 }]) => n > 0));
  };
  const shown = (found: Awaited<ReturnType<typeof sourcesIn>>) =>
    Object.fromEntries(
      found.map(({ publisher, firstMonth: _first, lastMonth: _last, ...counts }) => [
        foldedName(publisher),
        addCounts({}, counts),
      ]),
    );

  it('are the sums of what its events count for', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySteps, async (steps) => {
        const { events } = await historyOf(steps);
        const store = await replayed(projections, events);
        const found = shown(await sourcesIn(store));
        const expected = naive(events, ['', '~']);
        // A month that has lost all its events says nothing of their confirmations.
        const bare = (counts: Record<string, Counts>) =>
          Object.fromEntries(Object.entries(counts).map(([name, { confirmed: _confirmed, ...rest }]) => [name, rest]));
        expect(bare(found)).toEqual(bare(expected));
        for (const [name, { confirmed = 0 }] of Object.entries(found))
          expect(confirmed).toBeLessThanOrEqual(expected[name]?.['confirmed'] ?? 0);
      }),
      { numRuns: 200 },
    );
  });

  it('are the same when slices of the feed come again', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySteps, fc.nat(25), fc.nat(25), async (steps, to, again) => {
        const { events } = await historyOf(steps);
        const { readModels } = inMemoryStores();
        await projectEvents({ readModels }, events.slice(0, to), projections);
        await projectEvents({ readModels }, events.slice(Math.max(to - again, 0)), projections);
        expect(await sourcesIn(readModels)).toEqual(await sourcesIn(await replayed(projections, events)));
      }),
      { numRuns: 100 },
    );
  });

  it('are listed by months and by the beginning of a name, and counted as confirmed or denied', async () => {
    const { readModels } = inMemoryStores();
    const event = atPosition(1, { occurred: '2025-01-14', modality: 'hypothetical', evidence: { reports } });
    const later = atPosition(2, { occurred: '2025-02', evidence: { reports: [{ publisher: 'The Daily Star' }] } });
    const about = { stream: event.stream, schemaVersion: 1, recordedAt: event.recordedAt, recordedBy: event.recordedBy, of: event.id } as const; // prettier-ignore
    const corrections = [
      { ...about, id: 'relation.BGD-PAK.3', version: 3, position: 3, type: 'EventConfirmed' },
      { ...about, id: 'relation.BGD-PAK.4', version: 4, position: 4, type: 'EventDenied', by: 'PAK' },
    ] as const;
    expect(corrections.every(isCorrection)).toBe(true);
    await projectEvents({ readModels }, [event, later, ...corrections]);
    expect((await sourcesIn(readModels)).map(({ publisher }) => publisher)).toEqual([
      'BSS',
      'Dawn',
      'ISPR',
      'The Daily Star',
    ]);
    expect(await sourcesIn(readModels, { prefix: 'daw' })).toMatchObject([
      { events: 1, confirmed: 1, denied: 1, firstMonth: '2025-01' },
    ]);
    expect(await sourcesIn(readModels, { from: '2025-02' })).toMatchObject([
      { publisher: 'The Daily Star', events: 1 },
    ]);
    expect(await sourcesIn(readModels, { to: '2025-01' })).toHaveLength(3);
  });
});
