import { describe, expect, it } from 'vitest';
import type { PositionedEvent } from '#shared/feed/blocks/block.ts';
import { contactNetwork } from '#shared/read-models/contacts/contact-network.ts';
import { contactsOfQuarter, multilateralAmong, newestContacts } from '#shared/read-models/contacts/query.ts';
import { partnersOf } from '#shared/read-models/relations/partners.ts';
import { dyadFacts } from '#shared/read-models/phases/dyad-facts.ts';
import { partyProfile } from '#shared/read-models/parties/profile.ts';
import { mostMultilateralRows } from '#shared/read-models/scores/multilateral-days.ts';
import { daysOf, relationSums } from '#shared/read-models/scores/query.ts';
import { atPosition, correctionAt } from '#tests/support/feed-events.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { projectEvents } from '#tests/support/projecting.ts';
import { readTimeline } from '#tests/support/read-timeline.ts';

const signatories =
  'AFG ALB DZA AND AGO ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA BRA BRN BGR BFA BDI CPV KHM CMR CAN'.split(
    ' ',
  );
const as = (role: string, parties: readonly string[]) => parties.map((party) => ({ party, role }));

/** The thirty-one that signed the Paris Agreement on its first day, in the order of their names. */
const paris = (position: number, fields: object = {}) =>
  atPosition(position, {
    type: 'AgreementSigned',
    title: 'Paris Agreement',
    cameo: '057',
    occurred: '2016-04-22',
    participants: as('signatory', signatories),
    ...fields,
  });
const meeting = (position: number, fields: object = {}) =>
  atPosition(position, { occurred: '2016-04-22', participants: as('participant', ['AFG', 'ALB']), ...fields });

async function projected(...events: PositionedEvent[]) {
  const { readModels } = inMemoryStores();
  await projectEvents({ readModels }, events);
  return readModels;
}

const asked = { dyad: 'AFG-ALB', order: 'newest', limit: 10 } as const;
const together = { ...asked, withMultilateral: true } as const;
const score = { dyad: 'AFG-ALB', scale: 'goldstein', from: '2016-01-01', to: '2016-12-31' } as const;
const days = async (...asking: Parameters<typeof daysOf>) => (await daysOf(...asking)).days;
const positions = (page: { readonly items: readonly { readonly position: number }[] }) =>
  page.items.map(({ position }) => position);

describe('an agreement of thirty-one signatories', () => {
  it('counts in a pair with a thirtieth of its weight', async () => {
    const readModels = await projected(paris(1));
    expect(await days(readModels, score)).toEqual([
      { day: '2016-04-22', tally: { weight: 1000, weighted: 80_000, counts: { '1:80': 100_000 } } },
    ]);
    expect((await relationSums(readModels, score)).days).toEqual(await days(readModels, score));
  });

  it('adds its share to what the two did that day', async () => {
    const readModels = await projected(paris(1), meeting(2));
    const [day, ...others] = await days(readModels, score);
    expect(others).toEqual([]);
    expect(day?.tally).toMatchObject({ weight: 31_000, counts: { '1:10': 100_000, '1:80': 100_000 } });
  });

  it('is on the timeline of a pair only where that is asked for, in the order of days', async () => {
    const readModels = await projected(meeting(1, { occurred: '2016-05-01' }), paris(2), meeting(3, { occurred: '2016-04-01' }));
    expect(positions(await readTimeline(readModels, asked))).toEqual([1, 3]);
    expect(positions(await readTimeline(readModels, together))).toEqual([1, 2, 3]);
    expect(positions(await readTimeline(readModels, { ...together, order: 'oldest' }))).toEqual([3, 2, 1]);
    const first = await readTimeline(readModels, { ...together, limit: 2 });
    expect(positions(first)).toEqual([1, 2]);
    expect(positions(await readTimeline(readModels, { ...together, limit: 2, after: first.next }))).toEqual([3]);
  }); // prettier-ignore

  it('is no event of a pair of which one party is missing', async () => {
    const readModels = await projected(paris(1));
    expect(positions(await readTimeline(readModels, { ...together, dyad: 'AFG-CHN' }))).toEqual([]);
    expect(await days(readModels, { ...score, dyad: 'AFG-CHN' })).toEqual([]);
  });

  it('shows once on the timeline of a pair that it bears on', async () => {
    const readModels = await projected(paris(1, { bearsOn: ['AFG-ALB'] }));
    expect(positions(await readTimeline(readModels, asked))).toEqual([1]);
    expect(positions(await readTimeline(readModels, together))).toEqual([1]);
  });

  it('is counted for each party, and is nothing that two did together', async () => {
    const readModels = await projected(paris(1));
    expect(await partyProfile(readModels, { party: 'AFG', top: 10 })).toMatchObject({ n: 1, partners: [] });
    expect((await dyadFacts(readModels, { dyad: 'AFG-ALB', scale: 'goldstein', through: '2017-01-01' })).record.facts).toEqual([]);
    const window = { party: 'AFG', scale: 'goldstein', from: '2016-01', to: '2016-12', sort: 'volume' } as const;
    expect(await partnersOf(readModels, window)).toEqual([]);
    expect([...(await relationSums(readModels, score)).years]).toEqual([]);
  }); // prettier-ignore

  it('becomes one of pairs when a correction leaves two signatories, and was none before that was known', async () => {
    const correction = correctionAt(2, 1, {
      type: 'EventCorrected',
      changes: { participants: as('signatory', ['AFG', 'ALB']) },
    });
    const readModels = await projected(paris(1), correction);
    expect(positions(await readTimeline(readModels, asked))).toEqual([1]);
    expect(await days(readModels, score)).toMatchObject([{ tally: { weight: 30_000 } }]);
    const before = { asOf: atPosition(1).recordedAt };
    expect(positions(await readTimeline(readModels, { ...asked, ...before }))).toEqual([]);
    expect(positions(await readTimeline(readModels, { ...together, ...before }))).toEqual([1]);
    expect(await days(readModels, { ...score, ...before })).toMatchObject([{ tally: { weight: 1000 } }]);
  });
});

describe('a sanction of nine on one', () => {
  const imposed = atPosition(1, {
    type: 'SanctionImposed',
    cameo: '163',
    occurred: '2016-04-22',
    participants: [...as('source', signatories.slice(0, 9)), ...as('target', ['PRK']), ...as('observer', ['CAN'])],
  });

  it('is scored against the one, not among the nine, nor with who observes', async () => {
    const readModels = await projected(imposed);
    expect(await days(readModels, { ...score, dyad: 'AFG-PRK' })).toMatchObject([{ tally: { weight: 3000 } }]);
    for (const dyad of ['AFG-ALB', 'AFG-CAN']) expect(await days(readModels, { ...score, dyad })).toEqual([]);
  });
});

describe('a meeting of thirty-one', () => {
  it('is listed beside the network, ties nobody in it, and is the last contact of no pair', async () => {
    const readModels = await projected(meeting(1, { participants: as('participant', signatories) }), meeting(2));
    const { contacts: found } = await contactsOfQuarter(readModels, '2016-Q2');
    expect(contactNetwork(found).edges).toMatchObject([{ dyad: 'AFG-ALB', strength: 0.3 }]);
    expect(multilateralAmong(found)).toMatchObject({ n: 1, items: [{ kind: 'meeting', parties: 31 }] });
    expect((await newestContacts(readModels, 'AFG-ALB')).contact).toMatchObject({ id: 'relation.BGD-PAK.2' });
    expect((await newestContacts(readModels, 'AFG-DZA')).contact).toBeUndefined();
  });
});

it('a page passes over so many events of others and goes on behind them, and a score says that it is cut', async () => {
  const nine = (parties: readonly string[]) => as('participant', parties);
  const others = Array.from({ length: mostMultilateralRows }, (_, index) =>
    meeting(index + 1, { participants: nine(['AFG', ...signatories.slice(2, 10)]) }),
  );
  const last = meeting(mostMultilateralRows + 1, {
    occurred: '2016-04-21',
    participants: nine(signatories.slice(0, 9)),
  });
  const readModels = await projected(...others, last);
  const { items, next } = await readTimeline(readModels, together);
  expect(items).toEqual([]);
  expect(next).toBeDefined();
  expect(positions(await readTimeline(readModels, { ...together, after: next }))).toEqual([mostMultilateralRows + 1]);
  const isCut = async (dyad: string) => (await daysOf(readModels, { ...score, dyad })).isCut;
  expect([await isCut('AZE-CAN'), await isCut('AFG-CAN'), await isCut('ALB-CAN')]).toEqual([false, true, false]);
});
