import { expect, it } from 'vitest';
import { metered } from '#tests/bench/meter.ts';
import { eventId } from '#shared/domain/events/event-address.ts';
import type { PositionedEvent } from '#shared/feed/blocks/block.ts';
import { sequence } from '#shared/feed/sequencer/sequence.ts';
import { daysLater } from '#shared/domain/dates/calendar.ts';
import { announcement, commitsOf, streamOf, typicalBytes } from '#tests/bench/workload.ts';
import type { Cost } from '#tests/support/counted-client.ts';
import { atPosition } from '#tests/support/feed-events.ts';
import { projectEvents, projectFeed } from '#tests/support/projecting.ts';
import { freshDatabase, freshStores } from '#tests/support/tables.ts';

const dynamodb = { tags: ['dynamodb'], timeout: 60_000 };
const parties = (...codes: string[]) => ({ participants: codes.map((party) => ({ party, role: 'participant' })) });

/** What projecting one more event costs after others. */
async function costAfter(others: readonly PositionedEvent[], event: PositionedEvent): Promise<Cost> {
  const client = freshDatabase();
  const stores = await freshStores(client);
  for (let start = 0; start < others.length; start += 100)
    await projectEvents(stores, others.slice(start, start + 100));
  const { calls, ...units } = await metered(client)(async () => projectEvents(stores, [event]));
  return { ...units, calls: calls.toSorted() };
}

/** A day of its own for each event: what happens on one day may be one. */
const dayOf = (position: number): string => daysLater('2020-01-01', position);

const visit = (position: number, more: object = { occurred: dayOf(position) }) => ({
  ...atPosition(position, { type: 'VisitAnnounced', summary: 'x'.repeat(300), ...more }),
  stream: `visit/v${String(position).padStart(5, '0')}`,
  id: eventId(`visit/v${String(position).padStart(5, '0')}`, 1),
  version: 1,
});

it('an event alone is written once, and once in each list and each sum that it is in', dynamodb, async () => {
  const earlier = Array.from({ length: 7 }, (_, index) => visit(index + 1));
  const { calls, read, write } = await costAfter(earlier, visit(8));
  expect(calls).toEqual(['BatchExecuteStatement', 'BatchGetItem', 'BatchGetItem', 'BatchWriteItem']);
  // The event; a timeline, two dossiers, two calendars; the log; counts of two parties and of all; a day, and a month
  // of each of the two.
  expect(write).toBe(13);
  // Nothing is in its tree; the log; three counts; three sums of scores.
  expect(read).toBe(8);
});

it('an event that has just been recorded costs 14 write units and 12 calls with the checkpoint', dynamodb, async () => {
  const client = freshDatabase();
  const stores = await freshStores(client);
  const cost = metered(client);
  const recorded = async (label: string, day: string) => {
    await sequence(stores, commitsOf(streamOf(label, 1), [1], announcement(typicalBytes, day)));
    return cost(async () => projectFeed(stores));
  };
  await recorded('one', '2025-01-13');
  const { calls, write } = await recorded('two', '2025-01-14');
  // Thirteen rows, and the checkpoint once: what is fresh is not noted as attempted.
  expect(write).toBe(14);
  expect(calls.length).toBeLessThanOrEqual(12);
  // What the suspects of its day count less, there and in a month of each of the two: rows that the first begins.
  const first = await recorded('three', '2025-01-14');
  expect(first.write).toBe(14 + 3 + 3);
  expect(first.calls.length - calls.length).toBe(15);
  const suspected = await recorded('four', '2025-01-14');
  expect(suspected.write).toBe(14 + 3);
  expect(suspected.calls.length - calls.length).toBe(7);
  expect((await recorded('five', '2025-01-14')).calls.length).toBe(suspected.calls.length);
});

it('fifty events of one day share the rows of their sums', dynamodb, async () => {
  const client = freshDatabase();
  const stores = await freshStores(client);
  const fifty = Array.from({ length: 50 }, (_, index) => visit(index + 1, { place: { city: `c${index}` } }));
  const { calls, read, write } = await metered(client)(async () => projectEvents(stores, fifty));
  // Six rows of its own each; thirteen of the log, of which the first and the last are not whole; six sums.
  expect(write).toBe(50 * 6 + 13 + 6);
  // Beyond them, whether any of the day are suspects: one query of what the day has.
  expect(read).toBe(50 + 2 + 6 + 12);
  expect(calls.length).toBeLessThanOrEqual(20);
});

it('an event with people, offices and topics costs a row for each of these lists', dynamodb, async () => {
  const person = (party: string) => ({
    party,
    role: 'participant',
    person: { id: `person:${party.toLowerCase()}-one`, name: `Rahman ${party}` },
    office: 'Foreign Secretary',
  });
  const rich = (position: number) =>
    atPosition(position, {
      occurred: dayOf(position),
      participants: [person('BGD'), person('PAK')],
      topics: ['trade', 'visas'],
    });
  const { write } = await costAfter([rich(1)], rich(2));
  // The event; a timeline and eight dossiers; two offices; two lists of contacts; the log; three counts, four of the
  // topics; a day and two months.
  expect(write).toBe(1 + 9 + 2 + 2 + 1 + 3 + 4 + 3);
});

it('one more part of a tree costs the same number of calls whatever its size', dynamodb, async () => {
  const part = (position: number) =>
    atPosition(position, { occurred: dayOf(position), partOf: eventId('relation/BGD-PAK', 1) });
  const tree = (size: number) => [atPosition(1), ...Array.from({ length: size - 1 }, (_, index) => part(index + 2))];
  const [small, large] = [await costAfter(tree(2), part(3)), await costAfter(tree(400), part(401))];
  expect(small.calls.filter((call) => call === 'Query')).toHaveLength(1);
  expect(small.calls.filter((call) => call === 'BatchGetItem')).toHaveLength(2);
  expect(large.calls).toEqual(small.calls);
  expect(large.write).toBe(small.write);
});

it('a part that comes before its whole costs no more calls', dynamodb, async () => {
  const part = (position: number) =>
    atPosition(position, { occurred: dayOf(position), partOf: eventId('relation/BGD-PAK', 900) });
  const { calls } = await costAfter(
    Array.from({ length: 20 }, (_, index) => part(index + 1)),
    atPosition(900),
  );
  expect(calls.filter((call) => call === 'Query' || call === 'BatchGetItem')).toHaveLength(3);
});

it('an event of a topic costs the same after one dyad and after two hundred', dynamodb, async () => {
  const codes = [
    'IND',
    'CHN',
    'NPL',
    'LKA',
    'MMR',
    'THA',
    'IRN',
    'AFG',
    'TUR',
    'SAU',
    'ARE',
    'JPN',
    'KOR',
    'VNM',
    'MYS',
  ];
  const pairs = codes.flatMap((one, index) => codes.slice(index + 1).map((other) => [one, other] as const));
  const of = (position: number, pair: readonly string[]) =>
    atPosition(position, { ...parties(...pair), topics: ['trade'] });
  const many = [...pairs, ...pairs.slice(0, 95)].map((pair, index) => of(index + 1, pair));
  expect(many).toHaveLength(200);
  const next = of(500, ['BGD', 'PAK']);
  const [few, lots] = [await costAfter(many.slice(0, 1), next), await costAfter(many, next)];
  expect(lots).toEqual(few);
});
