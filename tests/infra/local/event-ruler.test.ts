import { describe, expect, it } from 'vitest';
import { eventPattern } from '#infra/local/cloud/eventbridge/event-pattern.ts';
import { Refusal } from '#infra/local/refusal.ts';
import pairs from './event-ruler-pairs.json' with { type: 'json' };

type Answer = boolean | 'invalid';

/** Patterns that Event Ruler understands and the local cloud refuses: nothing of the template uses them. */
const unused = ['cidr in', 'cidr out', 'cidr v6', '$or as a field of values', 'dotted key pattern'];

function answer(pattern: unknown, event: unknown): Answer {
  try {
    return eventPattern(pattern)(typeof event === 'string' ? JSON.parse(event) : event);
  } catch (error) {
    if (error instanceof Refusal) return 'invalid';
    throw error;
  }
}

describe('an event pattern', () => {
  const named = pairs.map((pair) => [pair.name, pair] as const);

  it.each(named.filter(([name]) => !unused.includes(name)))(
    "has the answer of AWS's Event Ruler: %s",
    (_name, { pattern, event, ruler }) => {
      expect(answer(pattern, event)).toBe(ruler);
    },
  );

  it.each(named.filter(([name]) => unused.includes(name)))(
    'is refused, and never guessed: %s',
    (_name, { pattern, event }) => {
      expect(answer(pattern, event)).toBe('invalid');
    },
  );

  it('is compared with all 133 answers', () => {
    expect(pairs).toHaveLength(133);
    expect(pairs.filter(({ name }) => unused.includes(name))).toHaveLength(unused.length);
  });
});
