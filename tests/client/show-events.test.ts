import { expect, it } from 'vitest';
import { countIn } from '#shared/client/cli/show-events.ts';

it.each(['0', '-1', '1.5', 'many', '', '1000001'])('a command refuses to show %j events', (text) => {
  expect(() => countIn(text)).toThrow('Expected a whole number of events from 1 to 1000000.');
});

it.each(['1', '1000000'])('a command shows %s events', (text) => {
  expect(countIn(text)).toBe(Number(text));
});
