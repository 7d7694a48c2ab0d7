import { requireFewEnough, requireSmallEnough } from '#shared/ledger/commit-limits.ts';
import { eventsAt } from './events-at.ts';

/**
 * Refuses a posted event, or a list of them, that no commit can hold. Called before they are validated: what is wrong
 * with them is their size, not the first field that is too long. `base` is the JSON Pointer of what was posted; throws
 * CommitTooLarge.
 */
export function refuseOversized(posted: unknown, base = ''): void {
  const events: unknown[] = Array.isArray(posted) ? posted : [posted];
  try {
    requireFewEnough(events.length);
    requireSmallEnough(events.map((event) => JSON.stringify(event) ?? ''));
  } catch (error) {
    eventsAt((pointer) => (Array.isArray(posted) ? `${base}${pointer}` : base))(error);
  }
}
