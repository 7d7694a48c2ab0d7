/** @module-tag dynamodb */
import { expect, it } from 'vitest';
import { applyProjection } from '#shared/projections/engine/apply-projection.ts';
import { contactsOfQuarter, lastHighLevelVisit, newestContacts } from '#shared/read-models/contacts/query.ts';
import { contacts } from '#shared/read-models/contacts/projection.ts';
import { metered } from '#tests/bench/meter.ts';
import { freshDatabase, freshStores } from '#tests/support/tables.ts';
import { atPosition, firstRecord } from '#tests/support/feed-events.ts';

it('a contact of a quarter costs a sixteenth of a read unit, the last ones of a dyad two queries of few rows', async () => {
  const client = freshDatabase();
  const { readModels } = await freshStores(client);
  const count = 800;
  const events = Array.from({ length: count }, (_, at) => atPosition(at + 1));
  await applyProjection(contacts, readModels, events.map(firstRecord));
  const costOf = metered(client);
  const all = await costOf(async () => {
    expect((await contactsOfQuarter(readModels, '2025-Q1')).contacts).toHaveLength(count);
  });
  expect(all.read / count).toBeLessThan(1 / 14);
  const last = await costOf(async () => {
    const { contact, hasOlder } = await newestContacts(readModels, 'BGD-PAK');
    expect(contact).toMatchObject({ id: `relation.BGD-PAK.${count}` });
    expect(hasOlder).toBe(true);
    expect(await lastHighLevelVisit(readModels, 'BGD-PAK')).toBeUndefined();
  });
  expect(last.calls).toEqual(['Query', 'Query']);
  expect(last.read).toBeLessThanOrEqual(4);
});

it('the last contacts of a dyad with few of them are one query', async () => {
  const client = freshDatabase();
  const { readModels } = await freshStores(client);
  const events = Array.from({ length: 25 }, (_, at) => atPosition(at + 1));
  await applyProjection(contacts, readModels, events.map(firstRecord));
  const last = await metered(client)(async () => {
    const { contact, hasOlder } = await newestContacts(readModels, 'BGD-PAK');
    expect([contact?.id, hasOlder]).toEqual(['relation.BGD-PAK.25', false]);
  });
  expect(last.calls).toEqual(['Query']);
});
