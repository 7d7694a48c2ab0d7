import { expect, it } from 'vitest';
import { nextDot } from '#functions/explorer/page/views/relation/next-dot.ts';

it.each([
  ['ArrowRight', 0, 1],
  ['ArrowDown', 1, 2],
  ['ArrowRight', 2, 2],
  ['ArrowLeft', 2, 1],
  ['ArrowUp', 0, 0],
  ['Home', 2, 0],
  ['End', 0, 2],
  ['Enter', 1, undefined],
  ['Tab', 1, undefined],
])('%s leads from dot %i of three to %s', (key, from, to) => {
  expect(nextDot(key, from, 3)).toBe(to);
});

it('leads nowhere from what is no dot', () => {
  expect(nextDot('Home', -1, 3)).toBeUndefined();
});
