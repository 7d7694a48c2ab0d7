import * as z from 'zod';
import { officeSlug } from '#shared/domain/people/office-slug.ts';
import { PartyCode } from '#shared/domain/parties/parties.ts';
import { Person } from '#shared/domain/events/participant.ts';
import { slug } from '#shared/domain/events/text.ts';

/** An office as a part of a path: as it is written, or as `slug` of a list of offices has it. */
const Office = z
  .string()
  .transform(officeSlug)
  .refine((office) => office !== '', 'Expected an office, such as chief-of-army-staff')
  .meta({ description: 'An office of the party', examples: ['chief-of-army-staff'] });

/** The subjects of dossiers; each route has some of these in its path. */
export const dossierPath = {
  party: PartyCode,
  office: Office,
  personId: Person.shape.id.meta({ examples: ['person:pak-asim-munir'] }),
  topic: slug(60).meta({ examples: ['defence-ties'] }),
};
