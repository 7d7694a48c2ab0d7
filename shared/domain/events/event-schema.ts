import * as z from 'zod';
import { lazily } from '#shared/domain/lazily.ts';
import { envelope, someParticipants } from './envelope.ts';
import { type EventTypeName, eventTypes } from './event-types.ts';
import { type Participation, participationFaults, rolesInWords } from './participation.ts';

/**
 * Describes the schema of one type: the envelope and the fields that only this type has, in the current schema version.
 * The schema is made at its first use, since most functions use few of them.
 */
export function eventSchema<const Type extends EventTypeName, Fields extends z.core.$ZodLooseShape>(
  type: Type,
  fields: Fields,
) {
  const { schemaVersion, participation } = eventTypes[type];
  const made = lazily(() =>
    z
      .strictObject({
        type: z.literal(type),
        schemaVersion: z
          .literal(schemaVersion, { error: `expected ${schemaVersion}, the current version of ${type}` })
          .default(schemaVersion),
        ...envelope,
        participants: participantsOf(participation),
        ...fields,
      })
      .meta({ id: type }),
  );
  return { type, schema: made };
}

/**
 * Returns the schema of participants that satisfy a rule. Types with the same rule share it; the first of all types with
 * it names it, whichever is used first.
 */
function participantsOf(rule: Participation): typeof someParticipants {
  const known = participantsByRule.get(rule);
  if (known !== undefined) return known;
  const made = someParticipants
    .superRefine((participants, context) => {
      if (context.issues.length > 0) return; // an invalid code has been reported already
      for (const { message, index } of participationFaults(rule, participants)) {
        context.addIssue({ code: 'custom', message, path: index === undefined ? [] : [index, 'role'] });
      }
    })
    .meta({ id: `ParticipantsOf${firstTypeBy.get(rule)}`, description: rolesInWords(rule) });
  participantsByRule.set(rule, made);
  return made;
}

const firstTypeBy = new Map(
  Object.entries(eventTypes)
    .toReversed()
    .map(([type, { participation }]) => [participation, type] as const),
);
const participantsByRule = new Map<Participation, typeof someParticipants>();
