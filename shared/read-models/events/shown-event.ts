import type { CorrectedEvent } from '#shared/domain/corrections/corrected-event.ts';
import { withCounts } from '#shared/domain/events/counted-evidence.ts';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';

/**
 * What has become of an event, in a word: as it was posted, corrected, denied by a party, or not to be counted any
 * more.
 */
export const standings = ['as-recorded', 'corrected', 'denied', 'retracted', 'merged'] as const;
export type Standing = (typeof standings)[number];

function standingOf({ withdrawn, modality, deniedBy, corrections = 0 }: CorrectedEvent): Standing {
  if (withdrawn !== undefined) return withdrawn.reason === 'merged' ? 'merged' : 'retracted';
  if (deniedBy !== undefined && modality === 'denied') return 'denied';
  return corrections > 0 ? 'corrected' : 'as-recorded';
}

/** Where an event is told: its record, which never changes, and every step since. */
export const eventPaths = (id: string) => ({
  record: `/events/${id}`,
  corrected: `/events/${id}?view=corrected`,
  history: `/events/${id}/history`,
});

/**
 * An event as its corrections make it, as a timeline shows it; with its standing, and the paths to its record and
 * history.
 */
export function shownEvent(event: CorrectedEvent) {
  const { record, history } = eventPaths(event.id);
  const { withdrawn } = event;
  const into = withdrawn?.reason === 'merged' ? { into: eventPaths(withdrawn.into).corrected } : {};
  return {
    ...withCounts(event),
    ...occurredRange(event.occurred),
    standing: standingOf(event),
    links: { record, history, ...into },
  };
}
