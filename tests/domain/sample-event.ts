import { isCorrection } from '../../shared/domain/correction-types.ts';
import { type DiplomaticEvent, NewEvent } from '../../shared/domain/new-event.ts';

/** An event as its reporter might post it, with what a test says about it; the rest is what most tests do not care about. */
export function sampleEvent(type: string, fields: Record<string, unknown> = {}): DiplomaticEvent {
  const event = NewEvent.parse({ type, ...samplePost, ...fields });
  if (isCorrection(event)) throw new Error(`${type} is a correction`);
  return event;
}

export const samplePost = {
  occurred: '2025-01-14',
  participants: [
    { party: 'BGD', role: 'participant' },
    { party: 'PAK', role: 'participant' },
  ],
};

/** Participants out of `party:role` pairs, e.g. `as('BGD:visitor', 'PAK:host')`. */
export const as = (...pairs: `${string}:${string}`[]) => ({
  participants: pairs.map((pair) => {
    const [party, role] = pair.split(':');
    return { party, role };
  }),
});
