import * as z from 'zod';
import { corrections, type CorrectionSchema } from '#shared/domain/corrections/correction.ts';
import { lazily } from '#shared/domain/lazily.ts';
import { chosenByType } from './chosen-by-type.ts';
import { envelope, Level, someParticipants } from './envelope.ts';
import { EntryIntoForce } from './entry-into-force.ts';
import { type EventTypeName, eventTypes } from './event-types.ts';
import { given } from './explained.ts';
import { Occurred } from '#shared/domain/dates/occurred.ts';
import { type Participation, participationFaults, rolesInWords } from './participation.ts';
import type { Category } from '#shared/domain/streams/stream-name.ts';
import { name, slug, text } from './text.ts';

/**
 * Describes one type: its schema is the envelope and the fields that only this type has, in the current schema version. It is made when it is
 * first needed, since a function that starts needs few of them.
 */
function schema<const Type extends EventTypeName, Fields extends z.core.$ZodLooseShape>(type: Type, fields: Fields) {
  const { schemaVersion, participation } = eventTypes[type];
  const made = lazily(() =>
    z
      .strictObject({
        type: z.literal(type),
        schemaVersion: z
          .literal(schemaVersion, { error: `expected ${schemaVersion}, the current version of ${type}` })
          .default(schemaVersion),
        ...envelope,
        participants: participantsOf(participation, type),
        ...fields,
      })
      .meta({ id: type }),
  );
  return { type, schema: made };
}

/** Makes the schema of participants that satisfy a rule: one for all types that have it, named by the first. */
function participantsOf(rule: Participation, type: EventTypeName): typeof someParticipants {
  const known = participantsByRule.get(rule);
  if (known !== undefined) return known;
  const made = someParticipants
    .superRefine((participants, context) => {
      if (context.issues.length > 0) return; // an invalid code has been reported already
      for (const { message, index } of participationFaults(rule, participants)) {
        context.addIssue({ code: 'custom', message, path: index === undefined ? [] : [index, 'role'] });
      }
    })
    .meta({ id: `ParticipantsOf${type}`, description: rolesInWords(rule) });
  participantsByRule.set(rule, made);
  return made;
}

const participantsByRule = new Map<Participation, typeof someParticipants>();

/** The field of cooperation, as CAMEO details it (0311 to 0314). */
const field = z.enum(['economic', 'military', 'judicial', 'intelligence']).optional();
const plannedFor = Occurred.optional();
const reciprocal = z.boolean().optional();
/** The rank that the head of a mission has (Vienna Convention 1961, Articles 14 and 19). */
const level = Level.extract(['ambassador', 'charge-d-affaires', 'consular']).optional();
const entryIntoForce = EntryIntoForce.optional();
/** How a signatory consents to be bound (Vienna Convention on the Law of Treaties, Article 14); absent: by ratification. */
const form = z.enum(['ratification', 'acceptance', 'approval']).optional();
const effective = Occurred.optional().meta({ description: 'When it takes effect, where not on the day of the act' });
const recall = z
  .enum(['for-consultations', 'for-good', 'unstated'])
  .meta({ description: 'Whether the ambassador is expected to return; "unstated" where the report does not say' });

/** All types of diplomatic event, with their schemas. */
export const diplomaticEvents = [
  schema('VisitAnnounced', { plannedFor }),
  schema('VisitConducted', {}),
  schema('VisitPostponed', { plannedFor }),
  schema('VisitConcluded', {}),
  schema('VisitCancelled', {}),
  schema('MeetingHeld', {}),
  schema('CallHeld', {}),
  schema('TalksHeld', { field }),
  schema('MediationConducted', {}),
  schema('NegotiationsHalted', {}),
  schema('StatementMade', {}),
  schema('SupportExpressed', {}),
  schema('CriticismExpressed', {}),
  schema('AccusationMade', {}),
  schema('ProtestLodged', {}),
  schema('AppealMade', { field }),
  schema('DemandMade', {}),
  schema('ProposalRejected', {}),
  schema('ThreatIssued', {}),
  schema('ApologyIssued', {}),
  schema('IntentDeclared', { field }),
  schema('AgreementNegotiated', { title: text(200).optional(), entryIntoForce }),
  schema('AgreementSigned', { title: text(200), entryIntoForce }),
  schema('AgreementRatified', { form }),
  schema('AgreementAcceded', {}),
  schema('AgreementSuccessionNotified', { effective }),
  schema('AgreementProvisionallyApplied', {}),
  schema('AgreementRatificationWithdrawn', {}),
  schema('AgreementEnteredIntoForce', {}),
  schema('AgreementReservationMade', { concerning: text(300).optional() }),
  schema('AgreementAmended', { title: text(200).optional() }),
  schema('AgreementSuspended', { effective }),
  schema('AgreementResumed', {}),
  schema('AgreementDenounced', { effective }),
  schema('DenunciationRevoked', {}),
  schema('AgreementTerminated', { effective }),
  schema('RecognitionGranted', { reciprocal }),
  schema('RelationsEstablished', {}),
  schema('RelationsRestored', {}),
  schema('RelationsSevered', {}),
  schema('MissionOpened', { reciprocal, level }),
  schema('MissionClosed', {}),
  schema('RepresentationUpgraded', { level }),
  schema('RepresentationDowngraded', { level }),
  schema('AmbassadorNominated', {}),
  schema('AgrementGranted', {}),
  schema('AgrementRefused', {}),
  schema('CredentialsPresented', {}),
  schema('AmbassadorRecalled', { recall }),
  schema('AmbassadorReturned', {}),
  schema('DiplomatExpelled', { diplomats: z.int().min(1).max(1000).optional() }),
  schema('SanctionImposed', {}),
  schema('SanctionLifted', {}),
  schema('RestrictionEased', {}),
  schema('MilitaryCooperationConducted', {}),
  schema('IntelligenceShared', {}),
  schema('EconomicCooperationStarted', {}),
  schema('AidProvided', { kind: z.enum(['economic', 'military', 'humanitarian']).optional() }),
  schema('ForceDemonstrated', {}),
  schema('ForceUsed', {}),
  schema('CeasefireDeclared', {}),
  schema('DiplomaticCooperationConducted', {}),
  schema('ForgivenessExpressed', {}),
  schema('MaterialCooperationConducted', {}),
  schema('JudicialCooperationConducted', {}),
  schema('ProtectionProvided', {}),
  schema('AsylumGranted', {}),
  schema('ConcessionMade', {}),
  schema('ReleaseMade', {}),
  schema('InternationalInvolvementAllowed', {}),
  schema('HostilitiesReduced', {}),
  schema('InvestigationConducted', {}),
  schema('LegalActionTaken', {}),
  schema('DemonstrationHeld', {}),
  schema('RelationsReduced', {}),
  schema('AidReduced', {}),
  schema('PersonnelWithdrawn', {}),
  schema('CoercionUsed', {}),
  schema('ArrestMade', {}),
  schema('PersonsExpelled', {}),
  schema('RepressionUsed', {}),
  schema('AssaultCommitted', {}),
  schema('MassViolenceUsed', {}),
  schema('ContextEventRecorded', { kind: slug(60) }),
  schema('AssessmentRecorded', { claim: text(200), author: name(120), period: Occurred.optional() }),
] as const;

type EventSchema = ReturnType<(typeof diplomaticEvents)[number]['schema']>;
export type DiplomaticEvent = z.output<EventSchema>;

/** Returns the schema of every type of event and of correction. */
export const eventSchemas = () => [...diplomaticEvents, ...corrections].map(({ schema: made }) => made());

const byType = new Map<unknown, (typeof diplomaticEvents | typeof corrections)[number]>(
  [...diplomaticEvents, ...corrections].map((one) => [one.type, one]),
);

/** Returns the schema of a type of event or of correction; undefined where it is none. */
export const schemaOfType = (type: unknown) => byType.get(type)?.schema();

/** The schema of a posted event or correction; an unknown field or type is an error that names it. */
export const NewEvent = chosenByType(
  () => z.discriminatedUnion('type', eventSchemas() as [EventSchema | CorrectionSchema]).meta({ id: 'NewEvent' }),
  schemaOfType,
  unknownType,
);
export type NewEvent = z.output<typeof NewEvent>;

/** Explains what was expected instead of a type that is none: two examples, since the list of all would be longer than most requests. */
function unknownType(type: unknown): string {
  return `expected a type of event, such as MeetingHeld, or of correction, such as EventCorrected, got ${given(type)}`;
}

/** Returns the types that may be recorded in a kind of stream. */
export type EventOf<In extends Category> = Extract<
  DiplomaticEvent,
  {
    type: {
      [Name in EventTypeName]: In extends (typeof eventTypes)[Name]['categories'][number] ? Name : never;
    }[EventTypeName];
  }
>;
