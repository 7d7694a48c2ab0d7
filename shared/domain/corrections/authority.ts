import type { Recorder } from '#shared/domain/events/recorder.ts';
import { RuleViolated } from '#shared/domain/streams/decider.ts';
import type { Correction } from './correction.ts';
import { type EventCases, eventsNamedBy } from './event-case.ts';

/** Who makes a correction. */
export interface Corrector {
  readonly organisation: string | undefined;
  /** Whether the caller has the scope `chancery/curate`. */
  readonly mayCurate: boolean;
}

/** A correction is about an event of another organisation. */
export class NotYoursToCorrect extends RuleViolated {
  constructor(id: string, { organisation }: Recorder) {
    const recorder = organisation === undefined ? 'no organisation' : `the organisation ${organisation}`;
    super('not-yours-to-correct', `${id} was recorded by ${recorder}: correcting it needs the scope chancery/curate`);
    this.name = 'NotYoursToCorrect';
  }
}

/**
 * Refuses a correction of another organisation's event, unless the corrector may curate. All events that a merge or a
 * distinction names must be the corrector's: the one that stands for another cannot be retracted any more, and a
 * distinction is about what each of them counts for. An event without an organisation is nobody's.
 */
export function requireAuthority(correction: Correction, cases: EventCases, by: Corrector): void {
  if (by.mayCurate) return;
  for (const id of eventsNamedBy(correction)) {
    const recorder = cases.get(id)?.event.recordedBy;
    const isOwn = by.organisation !== undefined && recorder?.organisation === by.organisation;
    if (recorder !== undefined && !isOwn) throw new NotYoursToCorrect(id, recorder);
  }
}
