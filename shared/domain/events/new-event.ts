import * as z from 'zod';
import { corrections, type CorrectionSchema } from '#shared/domain/corrections/correction.ts';
import { chosenByType } from './chosen-by-type.ts';
import { Level } from './envelope.ts';
import { EntryIntoForce } from './entry-into-force.ts';
import type { EventTypeName, eventTypes } from './event-types.ts';
import { eventSchema } from './event-schema.ts';
import { unknownType } from './unknown-type.ts';
import { Occurred } from '#shared/domain/dates/occurred.ts';
import { PartyCode } from '#shared/domain/parties/parties.ts';
import { Post } from './post.ts';
import type { Category } from '#shared/domain/streams/stream-name.ts';
import { name, slug, text } from './text.ts';

/** The field of cooperation, as CAMEO details it (0311 to 0314). */
const field = z.enum(['economic', 'military', 'judicial', 'intelligence']).meta({ id: 'CooperationField' }).optional();
const plannedFor = Occurred.optional();
const reciprocal = z.boolean().optional();
/** The rank of a mission and its head (Vienna Convention 1961, Articles 14, 19, 45 and 46). */
const level = Level.extract(['ambassador', 'minister', 'charge-d-affaires', 'interests-section', 'consular'])
  .meta({ id: 'MissionRank' })
  .optional();
const post = Post.optional();
/** Where a mission resides: a head may be accredited to several states and reside in one (Article 5). */
const residence = {
  nonResident: z.boolean().optional(),
  seat: PartyCode.optional().meta({ description: 'Where it resides, if not in the receiving state' }),
};
const absent = z.boolean().optional().meta({ description: 'There was none on that day' });
const entryIntoForce = EntryIntoForce.optional();
/**
 * How a signatory consents to be bound (Vienna Convention on the Law of Treaties, Article 14); absent: by ratification.
 */
const form = z.enum(['ratification', 'acceptance', 'approval']).optional();
const effective = Occurred.optional().meta({ description: 'When it takes effect, where not on the day of the act' });
const recall = z
  .enum(['for-consultations', 'for-good', 'unstated'])
  .meta({ description: 'Whether the ambassador is expected to return; "unstated" where the report does not say' });

/** All types of diplomatic event, with their schemas. */
export const diplomaticEvents = [
  eventSchema('VisitAnnounced', { plannedFor }),
  eventSchema('VisitConducted', {}),
  eventSchema('VisitPostponed', { plannedFor }),
  eventSchema('VisitConcluded', {}),
  eventSchema('VisitCancelled', {}),
  eventSchema('MeetingHeld', {}),
  eventSchema('CallHeld', {}),
  eventSchema('TalksHeld', { field }),
  eventSchema('MediationConducted', {}),
  eventSchema('NegotiationsHalted', {}),
  eventSchema('StatementMade', {}),
  eventSchema('SupportExpressed', {}),
  eventSchema('CriticismExpressed', {}),
  eventSchema('AccusationMade', {}),
  eventSchema('ProtestLodged', {}),
  eventSchema('AppealMade', { field }),
  eventSchema('DemandMade', {}),
  eventSchema('ProposalRejected', {}),
  eventSchema('ThreatIssued', {}),
  eventSchema('ApologyIssued', {}),
  eventSchema('IntentDeclared', { field }),
  eventSchema('AgreementNegotiated', { title: text(200).optional(), entryIntoForce }),
  eventSchema('AgreementSigned', { title: text(200), entryIntoForce }),
  eventSchema('AgreementRatified', { form }),
  eventSchema('AgreementAcceded', {}),
  eventSchema('AgreementSuccessionNotified', { effective }),
  eventSchema('AgreementProvisionallyApplied', {}),
  eventSchema('AgreementRatificationWithdrawn', {}),
  eventSchema('AgreementEnteredIntoForce', {}),
  eventSchema('AgreementReservationMade', { concerning: text(300).optional() }),
  eventSchema('AgreementAmended', { title: text(200).optional() }),
  eventSchema('AgreementSuspended', { effective }),
  eventSchema('AgreementResumed', {}),
  eventSchema('AgreementDenounced', { effective }),
  eventSchema('DenunciationRevoked', {}),
  eventSchema('AgreementTerminated', { effective }),
  eventSchema('RecognitionGranted', { reciprocal }),
  eventSchema('RelationsEstablished', {}),
  eventSchema('RelationsRestored', {}),
  eventSchema('RelationsSevered', {}),
  eventSchema('OrganisationJoined', {}),
  eventSchema('OrganisationLeft', {}),
  eventSchema('MissionOpened', { reciprocal, level, post, ...residence }),
  eventSchema('RepresentationObserved', { level, post, ...residence, absent }),
  eventSchema('MissionClosed', { post }),
  eventSchema('RepresentationUpgraded', { level, post, ...residence }),
  eventSchema('RepresentationDowngraded', { level, post, ...residence }),
  eventSchema('AmbassadorNominated', {}),
  eventSchema('AgrementGranted', {}),
  eventSchema('AgrementRefused', {}),
  eventSchema('CredentialsPresented', residence),
  eventSchema('AmbassadorRecalled', { recall }),
  eventSchema('AmbassadorReturned', {}),
  eventSchema('DiplomatExpelled', { diplomats: z.int().min(1).max(1000).optional() }),
  eventSchema('SanctionImposed', {}),
  eventSchema('SanctionLifted', {}),
  eventSchema('RestrictionEased', {}),
  eventSchema('MilitaryCooperationConducted', {}),
  eventSchema('IntelligenceShared', {}),
  eventSchema('EconomicCooperationStarted', {}),
  eventSchema('AidProvided', { kind: z.enum(['economic', 'military', 'humanitarian']).optional() }),
  eventSchema('ForceDemonstrated', {}),
  eventSchema('ForceUsed', {}),
  eventSchema('CeasefireDeclared', {}),
  eventSchema('DiplomaticCooperationConducted', {}),
  eventSchema('ForgivenessExpressed', {}),
  eventSchema('MaterialCooperationConducted', {}),
  eventSchema('JudicialCooperationConducted', {}),
  eventSchema('ProtectionProvided', {}),
  eventSchema('AsylumGranted', {}),
  eventSchema('ConcessionMade', {}),
  eventSchema('ReleaseMade', {}),
  eventSchema('InternationalInvolvementAllowed', {}),
  eventSchema('HostilitiesReduced', {}),
  eventSchema('InvestigationConducted', {}),
  eventSchema('LegalActionTaken', {}),
  eventSchema('DemonstrationHeld', {}),
  eventSchema('RelationsReduced', {}),
  eventSchema('AidReduced', {}),
  eventSchema('PersonnelWithdrawn', {}),
  eventSchema('CoercionUsed', {}),
  eventSchema('ArrestMade', {}),
  eventSchema('PersonsExpelled', {}),
  eventSchema('RepressionUsed', {}),
  eventSchema('AssaultCommitted', {}),
  eventSchema('MassViolenceUsed', {}),
  eventSchema('ContextEventRecorded', { kind: slug(60) }),
  eventSchema('AssessmentRecorded', { claim: text(200), author: name(120), period: Occurred.optional() }),
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

/** Returns the types that may be recorded in a kind of stream. */
export type EventOf<In extends Category> = Extract<
  DiplomaticEvent,
  {
    type: {
      [Name in EventTypeName]: In extends (typeof eventTypes)[Name]['categories'][number] ? Name : never;
    }[EventTypeName];
  }
>;
