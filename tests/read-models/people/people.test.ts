import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import { nameLikeness } from '#shared/domain/people/person-name.ts';
import { profileOf } from '#shared/read-models/people/profile.ts';
import { findPeople, readPerson } from '#shared/read-models/people/query.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { projectEvents } from '#tests/support/projecting.ts';
import { freshStores } from '#tests/support/tables.ts';
import { arbitraryLongSteps, arbitraryMinute, arbitrarySteps, type History, historyOf, instant, spellings } from '#tests/support/arbitrary-history.ts'; // prettier-ignore
import { replayed, standing } from '#tests/support/replayed-history.ts';

const projections = ['events', 'people', 'dossiers'];
const ids = ['person:bgd-kamr-ul-hassan', 'person:pak-asim-munir', 'person:bgd-other'];

/** All profiles, and who is found by each spelling, on pages of one. */
async function registry(store: RowReader, asOf?: string) {
  const profiles = await Promise.all(ids.map(async (id) => readPerson(store, id, asOf)));
  const found: Record<string, string[]> = {};
  for (const name of spellings) {
    found[name] = [];
    let after: string | undefined;
    do {
      const page = await findPeople(store, { name, limit: 1, ...(asOf && { asOf }), after });
      found[name].push(...page.items.map(({ id, match }) => `${id} ${match}`));
      after = page.next;
    } while (after !== undefined);
    found[name].sort();
  }
  return { profiles, found };
}

/** The same without any row: correct every event, then ask each who it names. */
function naive(events: History['events']) {
  const profiles = ids.map((id) => {
    const seen = standing(events).flatMap(({ participants, occurred }) => {
      const named = participants.flatMap(({ person, party, office }) =>
        person?.id === id ? [{ name: person.name, party, office }] : [],
      );
      return named.length === 0 ? [] : [{ ...occurredRange(occurred), as: named }];
    });
    return profileOf(id, seen);
  });
  const found = Object.fromEntries(
    spellings.map((name) => {
      const matches = profiles.flatMap((profile) => {
        const near = new Set(profile?.names.map((each) => nameLikeness(each.name, name)));
        const best = (['same', 'alike', 'part'] as const).find((each) => near.has(each));
        return profile === undefined || best === undefined ? [] : [`${profile.id} ${best}`];
      });
      return [name, matches.toSorted()];
    }),
  );
  return { profiles, found };
}

describe('the registry of people after a history with corrections', () => {
  it('knows everybody by every name that stands, and only so', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySteps, fc.nat(25), fc.nat(25), async (steps, cut, again) => {
        const history = await historyOf(steps);
        const { events } = history;
        const store = await replayed(projections, events.slice(0, cut), events.slice(Math.max(cut - again, 0)), events);
        expect(await registry(store)).toEqual(naive(events));
      }),
      { numRuns: 100 },
    );
  });

  it('shows as of an instant what a replay of the events recorded until then shows', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySteps, arbitraryMinute, async (steps, minute) => {
        const history = await historyOf(steps);
        const until = history.events.filter(({ recordedAt }) => recordedAt <= instant(minute));
        const known = await registry(await replayed(projections, history.events), instant(minute));
        expect(known).toEqual(naive(until));
        expect(known).toEqual(await registry(await replayed(projections, until)));
      }),
      { numRuns: 100 },
    );
  });

  it('shows the same on DynamoDB', { tags: ['dynamodb'] }, async () => {
    const [steps = []] = fc.sample(arbitraryLongSteps, { numRuns: 1, seed: 12 });
    const history = await historyOf(steps);
    const { readModels } = await freshStores();
    await projectEvents({ readModels }, history.events);
    const known = await registry(readModels);
    expect(known).toEqual(naive(history.events));
    expect(known.profiles[1]?.events).toBeGreaterThan(3);
  });
});
