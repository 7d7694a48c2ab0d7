import { eventType } from './event-types.ts';
import type { DiplomaticEvent } from './new-event.ts';

/** Returns the CAMEO code of an event whose reporter gave none; undefined where CAMEO has no code for its type. */
export function defaultCameo(event: DiplomaticEvent): string | undefined {
  const defaults = eventType(event.type);
  const variant = variantOf(event);
  return (variant === undefined ? undefined : defaults?.variants?.[variant]) ?? defaults?.cameo;
}

function variantOf(event: DiplomaticEvent): string | undefined {
  if (event.type === 'IntentDeclared') return event.field;
  if (event.type === 'AidProvided') return event.kind;
  if (event.type === 'MeetingHeld') return metInThirdPlace(event) ? 'third-place' : undefined;
  return undefined;
}

/** Returns whether the place is known to be in a country that takes no part. */
const metInThirdPlace = ({ place, participants }: DiplomaticEvent) =>
  place?.country !== undefined && !participants.some(({ party }) => party === place.country);
