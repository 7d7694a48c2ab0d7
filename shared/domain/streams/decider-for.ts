import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { type Decider, RuleViolated } from './decider.ts';
import { eventTypes } from '#shared/domain/events/event-types.ts';
import type { DiplomaticEvent } from '#shared/domain/events/new-event.ts';
import { type Category, splitStream } from './stream-name.ts';
import { agreement } from './agreement.ts';
import { correctable, type StreamDecider } from './correctable.ts';
import { country } from './country.ts';
import { measure } from './measure.ts';
import { mission } from './mission.ts';
import { relation } from './relation.ts';
import { visit } from './visit.ts';

/**
 * The decider of a stream. It refuses an event type that belongs to another kind of stream, so that a category's own
 * decider meets only its own types; corrections may be made in every stream.
 */
export function deciderFor(stream: string): StreamDecider {
  const { category, id } = splitStream(stream);
  const decider = correctable(stream, deciders[category](id));
  return {
    ...decider,
    decide: (event, state, version, cases) => {
      if (!isCorrection(event)) requireCategory(event.type, category);
      return decider.decide(event, state, version, cases);
    },
  };
}

const deciders: Readonly<Record<Category, (id: string) => Decider<unknown, DiplomaticEvent>>> = {
  visit: () => visit,
  agreement: () => agreement,
  measure: () => measure,
  mission,
  relation,
  country,
};

function requireCategory(type: DiplomaticEvent['type'], category: Category): void {
  const categories: readonly Category[] = eventTypes[type].categories;
  if (categories.includes(category)) return;
  const right = categories.map((name) => `${name}/…`).join(' or ');
  throw new RuleViolated('not-for-this-stream', `${type} is recorded in ${right}, not in ${category}/…`);
}
