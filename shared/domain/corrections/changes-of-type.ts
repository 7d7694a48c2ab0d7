import type * as z from 'zod';
import type { EventTypeName } from '#shared/domain/events/event-types.ts';
import { explained } from '#shared/domain/events/explained.ts';
import { schemaOfType } from '#shared/domain/events/new-event.ts';

/**
 * What the schema of an event's type has against new values of its fields, as `/participants: expected …`; nothing when
 * they could have been posted with the event.
 */
export function violationsOfChanges(type: EventTypeName, changes: object): string[] {
  const fields: Readonly<Record<string, z.ZodType>> = schemaOfType(type)?.shape ?? {};
  return Object.entries(changes).flatMap(([field, value]) =>
    (fields[field]?.safeParse(value, { error: explained }).error?.issues ?? []).map(
      ({ path, message }) => `/changes/${[field, ...path].join('/')}: ${message}`,
    ),
  );
}
