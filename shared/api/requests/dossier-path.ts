import * as z from 'zod';
import { officeSlug } from '#shared/domain/people/office-slug.ts';
import { PartyCode } from '#shared/domain/parties/parties.ts';
import { Person } from '#shared/domain/events/participant.ts';
import { slug } from '#shared/domain/events/text.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { EventListQuery } from '#shared/api/protocol/event-list-query.ts';
import { ReadHeaders } from '#shared/api/protocol/list-parameters.ts';

/** An office as a part of a path: as it is written, or as `slug` of a list of offices has it. */
const Office = z
  .string()
  .transform(officeSlug)
  .refine((office) => office !== '', 'Expected an office, such as chief-of-army-staff')
  .meta({ description: 'An office of the party', examples: ['chief-of-army-staff'] });

/** What dossiers are about; each route has some of these in its path. */
export const dossierPath = {
  party: PartyCode,
  office: Office,
  personId: Person.shape.id.meta({ examples: ['person:pak-asim-munir'] }),
  topic: slug(60).meta({ examples: ['defence-ties'] }),
};

const eventsOf = <Path extends z.core.$ZodLooseShape>(path: Path) =>
  ({ path: z.object(path), headers: ReadHeaders, query: EventListQuery }) satisfies RequestContract;

const { party, office, personId, topic } = dossierPath;

/** `GET /parties/{party}/events` */
export const partyEventsRequest = eventsOf({ party });
/** `GET /parties/{party}/offices/{office}/events` */
export const officeEventsRequest = eventsOf({ party, office });
/** `GET /people/{personId}/events` */
export const personEventsRequest = eventsOf({ personId });
/** `GET /topics/{topic}/events` */
export const topicEventsRequest = eventsOf({ topic });

/** Any of them: the one function that answers them all takes what its path has. */
export const dossierRequest = {
  ...partyEventsRequest,
  path: z.object(dossierPath).partial(),
} as const satisfies RequestContract;
