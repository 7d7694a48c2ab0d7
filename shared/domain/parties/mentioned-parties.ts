import { splitPair } from './dyad.ts';
import type { DiplomaticEvent } from '#shared/domain/events/new-event.ts';

/** Returns every party that an event names: participants, mentioned ones, and those of the relations it bears on. */
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
