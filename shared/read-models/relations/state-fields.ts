import * as z from 'zod';
import { contactKinds } from '#shared/domain/events/contact.ts';
import { Level } from '#shared/domain/events/envelope.ts';
import { EventId } from '#shared/domain/events/event-id.ts';
import { lazily } from '#shared/domain/lazily.ts';
import { dated, missionFields } from '#shared/read-models/lifecycles/lifecycle-fields.ts';
import { day } from '#shared/read-models/parties/counted-fields.ts';

/** A contact in a few words. */
export const ShortContact = lazily(() =>
  z
    .object({
      id: EventId,
      kind: z.enum(contactKinds),
      occurred: z.string(),
      from: day,
      to: day,
      level: Level.optional(),
    })
    .meta({ id: 'ShortContact' }),
);

/** What is shown of the state of a relation, alone or with each of a party's partners. */
export const stateFields = lazily(() => ({
  lastContact: ShortContact()
    .nullable()
    .meta({ id: 'LastContact', description: 'The visit, meeting, call or talks that began last' }),
  relations: z
    .object({ status: z.enum(['established', 'severed', 'unknown']), since: dated })
    .meta({ id: 'RelationsOfTwo' }),
  missions: z
    .array(z.object(missionFields()))
    .meta({ id: 'ShortMissions', description: 'The mission of each in the other' }),
}));
