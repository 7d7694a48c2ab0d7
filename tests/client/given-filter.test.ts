import { expect, it } from 'vitest';
import { givenFilter } from '#shared/client/cli/filter-options.ts';

it('takes a filter as subscriptions have it, and parties as a list', () => {
  const filter = { topics: ['defence-ties'], parties: { any: ['BGD'] }, minCredibility: 2 };
  expect(givenFilter(JSON.stringify(filter))).toEqual(filter);
  expect(givenFilter('{"parties": ["BGD"]}')).toEqual({ parties: ['BGD'] });
});

it.each([
  ['{', '--filter takes JSON'],
  ['[]', '--filter: '],
  ['{"nosuch": 1}', 'nosuch'],
  ['{"topics": "defence-ties"}', '--filter at topics: '],
  ['{"parties": "BGD"}', '--filter at parties: '],
])('refuses %s and says where it is wrong', (text, said) => {
  expect(() => givenFilter(text)).toThrow(said);
});
