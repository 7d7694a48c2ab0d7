import * as z from 'zod';
import { corrections } from '#shared/domain/corrections/correction.ts';
import { envelope, Level, someParticipants } from './envelope.ts';
import { type EventTypeName, eventTypes } from './event-types.ts';
import { given } from './explained.ts';
import { Occurred } from '#shared/domain/dates/occurred.ts';
import { type Participation, participationFaults, rolesInWords } from './participation.ts';
import type { Category } from '#shared/domain/streams/stream-name.ts';
import { name, slug, text } from './text.ts';

/**
 * Makes the schema of one type: the envelope, and the fields that only this type has, in the current schema version.
 */
function schema<const Type extends EventTypeName, Fields extends z.core.$ZodLooseShape>(type: Type, fields: Fields) {
  const { schemaVersion, participation } = eventTypes[type];
  const error = `expected ${schemaVersion}, the current version of ${type}`;
  return z
    .strictObject({
      type: z.literal(type),
      schemaVersion: z.literal(schemaVersion, { error }).default(schemaVersion),
      ...envelope,
      participants: participantsOf(participation, type),
      ...fields,
    })
    .meta({ id: type });
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
const effective = Occurred.optional().meta({ description: 'When it takes effect, where not on the day of the act' });
const recall = z
  .enum(['for-consultations', 'for-good', 'unstated'])
  .meta({ description: 'Whether the ambassador is expected to return; "unstated" where the report does not say' });

/** The schemas of all types of diplomatic event. */
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
  schema('AgreementNegotiated', { title: text(200).optional() }),
  schema('AgreementSigned', { title: text(200) }),
  schema('AgreementRatified', {}),
  schema('AgreementAcceded', {}),
  schema('AgreementEnteredIntoForce', {}),
  schema('AgreementReservationMade', { concerning: text(300).optional() }),
  schema('AgreementAmended', { title: text(200).optional() }),
  schema('AgreementSuspended', { effective }),
  schema('AgreementResumed', {}),
  schema('AgreementDenounced', { effective }),
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

export type DiplomaticEvent = z.output<(typeof diplomaticEvents)[number]>;

/** The schema of a posted event or correction; an unknown field or type is an error that names it. */
export const NewEvent = z
  .discriminatedUnion('type', [...diplomaticEvents, ...corrections], {
    error: ({ code, input }) => (code === 'invalid_union' ? unknownType(input) : undefined),
  })
  .meta({ id: 'NewEvent' });
export type NewEvent = z.output<typeof NewEvent>;

/** Explains what was expected instead of a type that is none: two examples, since the list of all would be longer than most requests. */
function unknownType(event: unknown): string {
  const type: unknown = typeof event === 'object' && event !== null ? Reflect.get(event, 'type') : undefined;
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
