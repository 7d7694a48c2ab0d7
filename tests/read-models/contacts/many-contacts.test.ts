import { describe, expect, it } from 'vitest';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { contactsOfQuarter, mostBytes, mostRows, unplacedInQuarter } from '#shared/read-models/contacts/query.ts';

/** A store whose every list has so many contacts, the occurred field of each of so many characters. */
const storeOf = (count: number, characters = 4): RowReader => ({
  load: async () => new Map(),
  whole: async function* () {},
  rows: async function* ({ partition }) {
    const entry = {
      kind: 'meeting',
      occurred: '2'.repeat(characters),
      from: '2025-01-01',
      to: null,
      dyads: ['BGD-PAK'],
    };
    for (let at = 1; at <= count; at += 1)
      yield {
        partition,
        sort: `2025-01-01#${at}`,
        position: at,
        data: { since: '', entry: { ...entry, id: `e.${at}` } },
      };
  },
});

describe('the contacts of a quarter', () => {
  it.each([
    [mostRows, false],
    [mostRows + 1, true],
  ])('are read up to a number of rows, and say when they are cut: %i rows', async (count, isCut) => {
    const found = await contactsOfQuarter(storeOf(count), '2025-Q1');
    expect([found.contacts.length, found.isCut]).toEqual([mostRows, isCut]);
    expect(await unplacedInQuarter(storeOf(count), '2025-Q1')).toMatchObject({ n: mostRows, isCut });
  });

  it('are read up to a number of bytes', async () => {
    const found = await contactsOfQuarter(storeOf(20, mostBytes / 16), '2025-Q1');
    expect([found.contacts.length, found.isCut]).toEqual([15, true]);
  });
});
