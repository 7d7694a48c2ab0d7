import { beforeAll, describe, expect, it } from 'vitest';
import { metered } from '#tests/bench/meter.ts';
import { daysLater } from '#shared/domain/dates/calendar.ts';
import type { Contribution } from '#shared/domain/scoring/contributions.ts';
import { eventId } from '#shared/domain/events/event-address.ts';
import { eventTypes } from '#shared/domain/events/event-types.ts';
import { quadClassOf, signOf } from '#shared/domain/scoring/quad-class.ts';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import type { Tally } from '#shared/domain/scoring/tally.ts';
import { type Scale, scales, scoreOf } from '#shared/domain/scoring/score.ts';
import { sweep } from '#shared/feed/sequencer/sequence.ts';
import { type RowKey, storedPartition } from '#shared/projections/engine/projection.ts';
import { rowId } from '#shared/projections/engine/read-models.ts';
import { scores, type ScoresRow } from '#shared/read-models/scores/projection.ts';
import { appending } from '#tests/support/appending.ts';
import { meeting, visit } from '#tests/support/events.ts';
import { projectFeed } from '#tests/support/projecting.ts';
import { freshDatabase, freshStores, type Stores } from '#tests/support/tables.ts';

/** So many events between the two came before: so many different ones, each so many times. */
const earlier = [
  { different: 1, times: 1 },
  { different: 1000, times: 1 },
  { different: 4000, times: 25 },
];
const trip = 'visit/dhaka';
const relation = 'relation/BGD-PAK';
const [today, late, other] = ['2025-01-16', '2024-02-29', '2024-06-05'];
/** The days of the earlier events, among them those of the steps. */
const days = [today, late, other, ...Array.from({ length: 17 }, (_, index) => daysLater(today, -20 * index))];

/** What may follow, in order: each step is one event of the feed. */
const steps: Readonly<Record<string, { readonly stream: string; readonly event: object }>> = {
  'a visit': { stream: trip, event: visit({ occurred: today }) },
  'another event': { stream: relation, event: meeting({ occurred: today }) },
  'an event that is reported late': { stream: relation, event: meeting({ occurred: late }) },
  'a meeting that belongs to the visit': { stream: relation, event: meeting({ occurred: today, partOf: eventId(trip, 1) }) },
  'the date of an event, refined': { stream: relation, event: { type: 'EventDateRefined', of: eventId(relation, 1), occurred: other } },
  'the parties of an event, corrected': {
    stream: relation,
    event: {
      type: 'EventCorrected',
      of: eventId(relation, 2),
      changes: { participants: ['BGD', 'IND'].map((party) => ({ party, role: 'participant' })), thirdParties: ['PAK'] },
    },
  },
  'an event, retracted': { stream: relation, event: { type: 'EventRetracted', of: eventId(relation, 1), reason: 'false' } },
}; // prettier-ignore

/**
 * The rows that events of all types, credibilities and days have added up to. Timelines and trees are only ever added
 * to: they need no history.
 */
function rowsAfter({ different, times }: (typeof earlier)[number]): Map<string, RowKey & { row: ScoresRow }> {
  const rows = new Map<string, RowKey & { row: ScoresRow }>();
  const types = Object.entries(eventTypes).flatMap(([type, { cameo }]: [string, { cameo?: string }]) =>
    cameo === undefined ? [] : [{ type, cameo, quadClass: quadClassOf(cameo) }],
  );
  for (let number = 0; number < different; number += 1) {
    const { type, cameo, quadClass } = types[number % types.length] ?? { type: '', cameo: '', quadClass: 'verbal-cooperation' };
    const day = days[number % days.length] ?? today;
    const after = (Object.keys(scales) as Scale[]).map((scale): Contribution => {
      const score = Math.round((scoreOf({ type, cameo }, scale) ?? 0) * 10);
      return { dyad: 'BGD-PAK', scale, sign: signOf(quadClass), from: day, to: day, score, weight: ([10, 8, 5, 3, 2][Math.floor(number / 7) % 5] ?? 10) * 10_000, quadClass, event: '', type };
    });
    const change = { position: 0, before: [], after, countedBefore: [], countedAfter: [], rows: [] };
    for (const key of scores.keys(change)) {
      const row = scores.project(rows.get(rowId(key))?.row, change, key) ?? {};
      rows.set(rowId(key), { ...key, row });
    }
  }
  for (const [id, { row, ...key }] of rows) rows.set(id, { ...key, row: repeated(row, times) });
  return rows;
} // prettier-ignore

const repeated = (row: ScoresRow, times: number): ScoresRow =>
  Object.fromEntries(
    (Object.entries(row) as [Scale, Tally][]).map(([scale, { weight, weighted, counts }]) => [
      scale,
      {
        weight: weight * times,
        weighted: weighted * times,
        counts: Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, count * times])),
      },
    ]),
  );

async function costsAfter(count: (typeof earlier)[number]): Promise<Record<string, { read: number; write: number }>> {
  const client = freshDatabase();
  const stores: Stores = await freshStores(client);
  for (const { partition, sort, row } of rowsAfter(count).values()) {
    await stores.readModels.put([{ partition: storedPartition(scores, partition), sort, position: 0, data: row }]);
  } // prettier-ignore
  const costOf = metered(client);
  const costs: Record<string, { read: number; write: number }> = {};
  for (const [name, { stream, event }] of Object.entries(steps)) {
    await appending(stores.ledger)({ stream, events: [NewEvent.parse(event)] });
    await sweep(stores, 1);
    const { read, write } = await costOf(async () => projectFeed(stores));
    costs[name] = { read, write };
  }
  return costs;
}

describe('what it costs to project', { tags: ['dynamodb'] }, () => {
  let costs: Record<string, { read: number; write: number }>[];

  beforeAll(async () => {
    costs = [];
    for (const count of earlier) costs.push(await costsAfter(count));
  });

  it.each(Object.keys(steps))('does not depend on how much has happened between the two: %s', (step) => {
    const [few, ...more] = costs.map((each) => each[step] ?? { read: 0, write: 0 });
    expect(few?.write).toBeGreaterThan(0);
    for (const { read, write } of more) {
      expect(read).toBeLessThanOrEqual(1.2 * (few?.read ?? 0));
      // The sums of a day and of two months have more kinds of events, each in at most a kilobyte more.
      expect(write - (few?.write ?? 0)).toBeLessThanOrEqual(Math.max(3, 0.2 * (few?.write ?? 0)));
    }
  });
});
