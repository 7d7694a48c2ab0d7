import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactNetwork } from '#shared/read-models/contacts/contact-network.ts';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import { addCounts, totalOf } from '#shared/domain/scoring/counts.ts';
import { newestScoring } from '#shared/domain/scoring/scoring.ts';
import { contactsOfQuarter, lastHighLevelVisit, newestContacts } from '#shared/read-models/contacts/query.ts';
import { countFacetsOf } from '#shared/read-models/parties/count-facets.ts';
import { allEvents, countsOf, dyadsOfTopic } from '#shared/read-models/parties/counted-events.ts';
import { readCounters } from '#shared/read-models/parties/read-counters.ts';
import { countedDays } from '#shared/read-models/scores/score-change.ts';
import { relationSums } from '#shared/read-models/scores/query.ts';
import { aboutPerson, aboutTopic, dossiers, dossiersOf } from '#shared/read-models/parties/dossiers.ts';
import { aboutParty } from '#shared/read-models/timeline/list-names.ts';
import { daySort } from '#shared/projections/engine/day-index.ts';
import { partyProfile } from '#shared/read-models/parties/profile.ts';
import { readEvents } from '#shared/read-models/timeline/query.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';
import { readOffices } from '#shared/read-models/parties/read-offices.ts';
import { readTopics, topicTrend } from '#shared/read-models/topics/query.ts';
import { relationSummary } from '#shared/read-models/relations/summary.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { projectEvents } from '#tests/support/projecting.ts';
import { freshStores } from '#tests/support/tables.ts';
import { arbitraryLongSteps, arbitrarySteps, historyOf, instant } from '#tests/support/arbitrary-history.ts';
import { asOfAsReplayed, corrected, replayed, standing } from '#tests/support/replayed-history.ts';

const parties = ['BGD', 'PAK', 'IND', 'CHN'];
const topics = ['trade', 'jf-17'];
const subjects = [
  ...parties.map(aboutParty),
  ...topics.map(aboutTopic),
  ...['person:bgd-kamr-ul-hassan', 'person:bgd-other', 'person:pak-asim-munir'].map(aboutPerson),
];

const projections =
  'events timeline dossiers counted-events directory contacts changes lifecycles party-streams trees scores'.split(' ');

/** Everything that is asked of the dossiers, the counts and the contacts. */
async function answers(store: ReadModels, asOf?: string) {
  const months = { from: '2024-08', to: '2025-03', asOf };
  const all = <Item, Result>(items: readonly Item[], ask: (item: Item) => Promise<Result>) =>
    Promise.all(items.map(ask));
  return {
    events: await all(subjects, async (subject) =>
      readEvents(store, dossiers, { subject, asOf, order: 'oldest', limit: 100 }),
    ),
    profiles: await all(parties, async (party) => partyProfile(store, { party, asOf, top: 10 })),
    offices: await all(parties, async (party) =>
      readOffices(store, { party, asOf, limit: 10 }).then(({ items }) => items),
    ),
    topics: (await readTopics(store, { asOf, limit: 10 })).items,
    trends: await all(topics, async (topic) => topicTrend(store, { ...months, topic })),
    ofDyad: await topicTrend(store, { ...months, topic: 'trade', dyad: 'BGD-PAK' }),
    networks: await all(['2024-Q4', '2025-Q1'], async (quarter) =>
      contactNetwork((await contactsOfQuarter(store, quarter, asOf)).contacts),
    ),
    newestContacts: await newestContacts(store, 'BGD-PAK', asOf),
    lastHighLevelVisit: await lastHighLevelVisit(store, 'BGD-PAK', asOf),
    relation: await relationSummary(store, {
      dyad: 'BGD-PAK',
      scale: 'goldstein',
      on: '2025-03-01',
      asOf,
      scoring: newestScoring,
    }),
  };
}

describe('the dossiers of a history with corrections', () => {
  it('tell as of an instant what a replay of the events recorded until then tells', async () => {
    await fc.assert(asOfAsReplayed(projections, answers), { numRuns: 100 });
  });

  it('list every event under all that it is about, as its corrections make it, and nowhere else', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySteps, async (steps) => {
        const history = await historyOf(steps);
        const { events } = await answers(await replayed(projections, history.events));
        const listed = standing(history.events)
          .map((event) => ({ ...event, ...occurredRange(event.occurred) }))
          .toSorted((a, b) => (daySort(a.from, a.position) < daySort(b.from, b.position) ? -1 : 1));
        const expected = subjects.map((subject) => listed.filter((event) => dossiersOf(event).includes(subject)));
        expect(events.map(({ items }) => items)).toEqual(expected);
      }),
    );
  });

  it('count what corrections leave, whatever they added and took away on the way', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySteps, async (steps) => {
        const history = await historyOf(steps);
        const store = await replayed(projections, history.events);
        const counted = corrected(history.events).flatMap((event) => countsOf(countFacetsOf(event)));
        for (const subject of [
          ...parties.map(aboutParty),
          ...topics.map(aboutTopic),
          ...topics.map(dyadsOfTopic),
          allEvents,
        ]) {
          const sums: Record<string, Record<string, number>> = {};
          for (const one of counted.filter((candidate) => candidate.subject === subject)) {
            const sum = (sums[one.heading] ??= {});
            for (const [name, count] of Object.entries(one.counts)) sum[name] = (sum[name] ?? 0) + count;
          }
          expect(Object.fromEntries(await readCounters(store, { subject }))).toEqual(sums);
        }
        const ofDyad = corrected(history.events)
          .flatMap((event) => countedDays(event))
          .filter(({ dyad }) => dyad === 'BGD-PAK');
        const asked = { dyad: 'BGD-PAK', scale: 'goldstein', from: '0001-01-01', to: '9999-12-31' } as const;
        expect(totalOf((await relationSums(store, asked)).years)).toEqual(
          ofDyad.reduce((sum, { counts }) => addCounts(sum, counts), {}),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('are the same when slices of the feed come again and overlap', async () => {
    const cuts = fc.array(fc.record({ from: fc.nat(25), length: fc.nat(25) }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(arbitrarySteps, cuts, async (steps, slices) => {
        const history = await historyOf(steps);
        const { readModels } = inMemoryStores();
        let reached = 0;
        for (const { from, length } of slices) {
          const start = Math.min(from, reached);
          await projectEvents({ readModels }, history.events.slice(start, start + length), projections);
          reached = Math.max(reached, start + length);
        }
        await projectEvents({ readModels }, history.events.slice(reached), projections);
        const once = await replayed(projections, history.events);
        for (const asOf of [undefined, instant(12)]) {
          expect(await answers(readModels, asOf)).toEqual(await answers(once, asOf));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('tell the same on DynamoDB', { tags: ['dynamodb'] }, async () => {
    const [steps = []] = fc.sample(arbitraryLongSteps, { numRuns: 1, seed: 12 });
    const history = await historyOf(steps);
    const stores = await freshStores();
    await projectEvents({ readModels: stores.readModels }, history.events);
    const inMemory = await replayed(projections, history.events);
    for (const asOf of [undefined, instant(8), instant(20)]) {
      expect(await answers(stores.readModels, asOf)).toEqual(await answers(inMemory, asOf));
    }
  });
});
