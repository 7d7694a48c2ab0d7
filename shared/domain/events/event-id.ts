import * as z from 'zod';
import { parseEventAddress } from './event-address.ts';
import { StreamName } from '#shared/domain/streams/stream-name.ts';

export { eventId } from './event-address.ts';

/** Parses an id into an address; undefined when the text is not the id of an event. */
export function parseEventId(id: string): { readonly stream: string; readonly version: number } | undefined {
  const address = parseEventAddress(id);
  return address !== undefined && StreamName.safeParse(address.stream).success ? address : undefined;
}

const expected = 'expected the id of an event, "<category>.<id>.<version>", such as "relation.BGD-PAK.7"';

/** Returns the id of an event: the name of its stream and its version, known before the event is recorded. */
export const EventId = z
  .string({ error: expected })
  .refine((text) => parseEventId(text) !== undefined, { error: expected })
  .meta({ id: 'EventId', description: 'An event by its address', examples: ['relation.BGD-PAK.7'] });
export type EventId = z.output<typeof EventId>;
