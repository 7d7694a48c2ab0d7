import { source } from '#shared/subscriptions/event-bus/event-source.ts';
import { phaseChanged } from '#shared/subscriptions/phases/phase-entry.ts';
import type { Notification } from './notification.ts';

/** What EventBridge puts on a queue, as far as it is looked at. */
interface Told {
  readonly source?: string;
  readonly 'detail-type'?: string;
}

/**
 * Returns whether a trigger may tell of a change of phase: the schedule, and what the bus says of one. What the bus
 * says of events does not, so that they cost nothing for it.
 */
export const mayTellOfPhases = ({ Records }: Notification): boolean =>
  Records === undefined ||
  Records.some(({ body = '{}' }) => {
    const told = JSON.parse(body) as Told;
    return told.source !== source || told['detail-type'] === phaseChanged;
  });
