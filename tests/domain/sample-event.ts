import { NewEvent } from '../../shared/domain/new-event.ts';

/** An event as its reporter might post it, with what a test says about it; the rest is what most tests do not care about. */
export const sampleEvent = (type: string, fields: Record<string, unknown> = {}): NewEvent =>
  NewEvent.parse({ type, ...samplePost, ...fields });

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
