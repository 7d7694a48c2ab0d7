/** @module-tag dynamodb */
import { expect, it } from 'vitest';
import { applyProjection } from '#shared/projections/engine/apply-projection.ts';
import { contactsOfQuarter, lastContact } from '#shared/read-models/contacts/query.ts';
import { contacts } from '#shared/read-models/contacts/projection.ts';
import { metered } from '#tests/bench/meter.ts';
import { freshDatabase, freshStores } from '#tests/support/tables.ts';
import { atPosition, firstRecord } from '#tests/support/feed-events.ts';

it('a contact of a quarter costs a sixteenth of a read unit, the last one of a dyad a single one', async () => {
  const client = freshDatabase();
  const { readModels } = await freshStores(client);
  const count = 800;
  const events = Array.from({ length: count }, (_, at) => atPosition(at + 1));
  await applyProjection(contacts, readModels, events.map(firstRecord));
  const costOf = metered(client);
  const all = await costOf(async () => {
    expect(await contactsOfQuarter(readModels, '2025-Q1')).toHaveLength(count);
  });
  expect(all.read / count).toBeLessThan(1 / 14);
  const last = await costOf(async () => {
    expect(await lastContact(readModels, 'BGD-PAK')).toMatchObject({ id: `relation.BGD-PAK.${count}` });
  });
  expect(last).toEqual({ calls: ['Query'], read: 1, write: 0 });
});
