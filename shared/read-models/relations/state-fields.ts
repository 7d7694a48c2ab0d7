import * as z from 'zod';
import { contactKinds } from '#shared/domain/events/contact.ts';
import { Level } from '#shared/domain/events/envelope.ts';
import { EventId } from '#shared/domain/events/event-id.ts';
import { Post } from '#shared/domain/events/post.ts';
import { lazily } from '#shared/domain/lazily.ts';
import { PartyCode } from '#shared/domain/parties/parties.ts';
import { certain, dated } from '#shared/read-models/lifecycles/lifecycle-fields.ts';
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
    .array(
      z.object({
        sender: PartyCode,
        receiver: PartyCode,
        status: z.enum(['open', 'closed', 'unknown']),
        certain,
        since: dated,
        rank: Level.nullable(),
        post: Post.nullable(),
        nonResident: z.boolean().nullable(),
      }),
    )
    .meta({ id: 'ShortMissions', description: 'The mission of each in the other' }),
}));
