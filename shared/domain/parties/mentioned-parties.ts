import { splitPair } from './dyad.ts';
import type { DiplomaticEvent } from '#shared/domain/events/new-event.ts';

/** Every party that an event names: those taking part, those mentioned, and those of the relations it bears on. */
export const mentionedParties = ({
  participants,
  thirdParties = [],
  bearsOn = [],
}: DiplomaticEvent): ReadonlySet<string> =>
  new Set([
    ...participants.map(({ party }) => party),
    ...thirdParties,
    ...bearsOn.flatMap((dyad) => splitPair(dyad) ?? []),
  ]);
