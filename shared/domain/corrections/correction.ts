import * as z from 'zod';
import { correctionTypes, type CorrectionTypeName } from './correction-types.ts';
import { envelope, ReportedAt } from '#shared/domain/events/envelope.ts';
import { EventId } from '#shared/domain/events/event-id.ts';
import { Evidence, Report } from '#shared/domain/events/evidence.ts';
import { Occurred } from '#shared/domain/dates/occurred.ts';
import { PartyCode } from '#shared/domain/parties/parties.ts';
import { text } from '#shared/domain/events/text.ts';
import { lazily } from '#shared/domain/lazily.ts';

/** What every correction carries: which event it is about, when it was reported, and in words why. */
const about = {
  of: EventId.meta({ description: 'The event that it is about, in the same stream' }),
  reportedAt: ReportedAt.optional(),
  summary: text(2000).optional(),
};

function schema<const Type extends CorrectionTypeName, Fields extends z.core.$ZodLooseShape>(
  type: Type,
  fields: Fields,
) {
  const { schemaVersion } = correctionTypes[type];
  const made = lazily(() =>
    z
      .strictObject({
        type: z.literal(type),
        schemaVersion: z
          .literal(schemaVersion, { error: `expected ${schemaVersion}, the current version of ${type}` })
          .default(schemaVersion),
        ...about,
        ...fields,
      })
      .meta({ id: type }),
  );
  return { type, schema: made };
}

const { participants, thirdParties, bearsOn, place, topics, channel, level, partOf, cameo, summary } = envelope;

/**
 * The fields of an event that may be corrected; those given replace the event's. Dates, evidence and modality have
 * corrections of their own.
 */
const changes = lazily(() =>
  z
    .strictObject({ participants, thirdParties, bearsOn, place, topics, channel, level, partOf, cameo, summary })
    .partial()
    .refine((some) => Object.keys(some).length > 0, { error: 'expected at least one field to change' })
    .meta({ id: 'Changes' }),
);

/** The events at most that one correction tells an event from. */
export const mostTold = 20;

/** A code of both halves: somebody has assessed it. */
const Assessment = z
  .strictObject({
    reliability: Evidence.shape.reliability.unwrap(),
    credibility: Evidence.shape.credibility.unwrap(),
  })
  .meta({ id: 'Assessment' });

/**
 * The corrections: events about an event. Nothing is overwritten; who reads the event sees it corrected, and how it
 * came to be so.
 */
export const corrections = [
  schema('EventCorrected', {
    get changes() {
      return changes();
    },
  }),
  schema('EventDateRefined', { occurred: Occurred }),
  schema('EventRetracted', { reason: z.enum(['duplicate', 'false', 'out-of-scope']) }),
  schema('EventConfirmed', {}),
  schema('EventDenied', { by: PartyCode }),
  schema('ReportAttached', { report: Report }),
  schema('EventsMerged', { into: EventId }),
  schema('EventsDistinguished', { from: z.array(EventId).min(1).max(mostTold) }),
  schema('CredibilityAssessed', { evidence: Assessment }),
] as const;

export type CorrectionSchema = ReturnType<(typeof corrections)[number]['schema']>;
export type Correction = z.output<CorrectionSchema>;
