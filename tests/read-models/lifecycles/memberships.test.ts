import { expect, it } from 'vitest';
import { membershipEventsOf, mostOfMembership } from '#shared/read-models/lifecycles/projection.ts';
import { as } from '#tests/support/sample-event.ts';
import { lifecycleService } from '#tests/support/lifecycle-service.ts';

const day = '2025-02-01';
const joined = (organisation: string, occurred = '2015') => ({
  type: 'OrganisationJoined',
  occurred,
  ...as('NOR:source', `${organisation}:target`),
});
const inCommits = (events: readonly object[]) =>
  Array.from({ length: Math.ceil(events.length / 50) }, (_, index) => events.slice(index * 50, index * 50 + 50));

/** What Norway is said to have joined, and how many events say so. */
async function readOf({ querying }: ReturnType<typeof lifecycleService>, asOf?: string) {
  const events = await membershipEventsOf(querying.readModels, 'NOR', asOf);
  const organisations = events.flatMap(({ participants }) => participants.filter(({ role }) => role === 'target'));
  return Object.fromEntries(
    [...Map.groupBy(organisations, ({ party }) => party)].map(([party, all]) => [party, all.length]),
  );
}

it('no number of records of other memberships hides one, before or after them in the order of codes', async () => {
  const chancery = lifecycleService();
  await chancery.record(day, 'relation/NOR-x-oic', joined('x-oic'));
  await chancery.record(day, 'relation/NOR-x-au', joined('x-au'));
  await chancery.record(day, 'relation/NOR-x-eu', joined('x-eu'));
  const many = Array.from({ length: 6 * mostOfMembership }, (_, index) => joined('x-eu', String(1400 + index)));
  for (const events of inCommits(many)) await chancery.record(day, 'relation/NOR-x-eu', events);
  expect(await readOf(chancery)).toEqual({ 'x-au': 1, 'x-eu': mostOfMembership, 'x-oic': 1 });
  const asOf = `${day}T23:00:00.000Z`;
  await chancery.record('2025-02-02', 'relation/NOR-x-au', {
    type: 'EventRetracted',
    of: 'relation.NOR-x-au.1',
    reason: 'false',
  });
  expect(await readOf(chancery, asOf)).toEqual({ 'x-au': 1, 'x-eu': mostOfMembership, 'x-oic': 1 });
});

it('an event of several members and organisations is known of each pair, and of no other', async () => {
  const chancery = lifecycleService();
  const both = as('NOR:source', 'ISL:source', 'x-oic:target', 'x-au:target');
  await chancery.record(day, 'relation/NOR-x-au', { ...joined('x-au'), ...both });
  expect(await readOf(chancery)).toEqual({ 'x-au': 1, 'x-oic': 1 });
  const events = await membershipEventsOf(chancery.querying.readModels, 'x-au', undefined);
  expect(events).toEqual([]);
});
