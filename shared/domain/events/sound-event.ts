import { RuleViolated } from '#shared/domain/streams/decider.ts';
import type { Correction } from '#shared/domain/corrections/correction.ts';
import type { CorrectedEvent } from '#shared/domain/corrections/corrected-event.ts';
import { requireHeldByNow } from './held-by-now.ts';
import type { DiplomaticEvent } from './new-event.ts';
import { requirePartiesInExistence } from '#shared/domain/parties/parties-in-existence.ts';

/**
 * The rules that an event can be held to without looking at its stream; a first report and a corrected event alike.
 * Throws RuleViolated.
 */
export function requireSound(event: DiplomaticEvent, recordedOn: string): void {
  requirePartiesInExistence(event);
  requireHeldByNow(event, recordedOn);
}

/** A stream as far as it says which events belong into it. */
interface Owner {
  requireOwn(event: DiplomaticEvent): void;
}

/**
 * Holds an event to the rules that some corrections of it, which it shows already, may have broken. Throws
 * RuleViolated.
 */
export function requireSoundlyCorrected(
  event: CorrectedEvent,
  corrections: readonly Correction[],
  stream: Owner,
  recordedOn: string,
): void {
  if (corrections.some(saysWho)) stream.requireOwn(event);
  if (corrections.some((correction) => saysWho(correction) || saysWhen(correction))) requirePartiesInExistence(event);
  if (corrections.some(saysWhen)) requireHeldByNow(event, recordedOn);
  for (const correction of corrections) if (correction.type === 'EventDenied') requireInvolved(correction.by, event);
}

const saysWho = (correction: Correction): boolean =>
  correction.type === 'EventCorrected' &&
  (['participants', 'thirdParties', 'bearsOn'] as const).some((field) => correction.changes[field] !== undefined);

const saysWhen = ({ type }: Correction): boolean => type === 'EventDateRefined' || type === 'EventConfirmed';

/**
 * A denial is the word of somebody who would have been there; what others say of it is an assessment, or an event of
 * its own.
 */
function requireInvolved(by: string, { id, participants }: CorrectedEvent): void {
  const involved = [...new Set(participants.map(({ party }) => party))];
  if (involved.includes(by)) return;
  throw new RuleViolated(
    'denied-by-a-stranger',
    `${id} is denied by those who are said to take part, ${involved.join(', ')}, not by ${by}: record what ${by} says as a StatementMade, ` +
      'or how far to believe the event as a CredibilityAssessed',
  );
}
