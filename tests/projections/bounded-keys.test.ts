import { describe, expect, it } from 'vitest';
import { nameSounds } from '#shared/domain/people/person-name.ts';
import { boundedKey, maxSortBytes } from '#shared/projections/engine/bounded-key.ts';
import { findPeople, readPerson } from '#shared/read-models/people/query.ts';
import { readTimeline } from '#tests/support/read-timeline.ts';
import { projectEvents } from '#tests/support/projecting.ts';
import { atPosition } from '#tests/support/feed-events.ts';
import { freshStores } from '#tests/support/tables.ts';

/** U+3316 is one character that a folded name spells in six. */
const expanding = '\u{3316}'.repeat(60);

describe('a name that grows six times as long when it is folded', { tags: ['dynamodb'] }, () => {
  it('is stored and found, and stops no other event', async () => {
    const { readModels } = await freshStores();
    const person = { id: 'person:jpn-kilometre', name: expanding };
    const participants = [
      { party: 'BGD', role: 'participant', person, office: expanding },
      { party: 'PAK', role: 'participant' },
    ];
    await projectEvents({ readModels }, [atPosition(1, { participants }), atPosition(2)]);
    expect((await findPeople(readModels, { name: expanding, limit: 10 })).items).toMatchObject([{ id: person.id }]);
    expect(await readPerson(readModels, person.id)).toMatchObject({ names: [{ name: expanding }] });
    const { items } = await readTimeline(readModels, { dyad: 'BGD-PAK', order: 'newest', limit: 10 });
    expect(items).toHaveLength(2);
  });

  it('has at most ten sounds of at most twenty characters', () => {
    expect(nameSounds(expanding).map((sound) => Array.from(sound).length)).toEqual([20]);
    const many = Array.from({ length: 15 }, (_, index) => `b${String.fromCodePoint(0x3400 + index)}`).join(' ');
    expect(nameSounds(many)).toHaveLength(10);
  });
});

describe('a key', () => {
  it('stays as it is up to the limit, and ends in a hash of the whole one byte beyond', () => {
    const longest = 'x'.repeat(maxSortBytes);
    expect(boundedKey(longest, maxSortBytes)).toBe(longest);
    const [one, other] = [`${longest}a`, `${longest}b`].map((key) => boundedKey(key, maxSortBytes));
    expect(one).toMatch(/^x{935}~[0-9a-f]{64}$/);
    expect(other).not.toBe(one);
  });

  it('is cut between characters', () => {
    const bounded = boundedKey('\u{1f600}'.repeat(300), maxSortBytes);
    expect(bounded).toMatch(/^\u{1f600}+~[0-9a-f]{64}$/u);
    expect(Buffer.byteLength(bounded)).toBeLessThanOrEqual(maxSortBytes);
  });
});
