import { source } from '#shared/subscriptions/event-bus/event-source.ts';
import { phaseChanged } from '#shared/subscriptions/phases/phase-entry.ts';
import type { Notification } from './notification.ts';

/** The fields that are read of a message that EventBridge puts on a queue. */
interface BusMessage {
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
    const message = JSON.parse(body) as BusMessage;
    return message.source !== source || message['detail-type'] === phaseChanged;
  });
