import {
  atOdds,
  cooperating,
  declarant,
  inContact,
  layingDownArms,
  type Participation,
  relating,
  requesterAndAddressee,
  senderAndReceiver,
  sharing,
  signatories,
  sourceAndTarget,
  subject,
  visitorAndHost,
  withMediator,
} from './participation.ts';
import type { Category } from '#shared/domain/streams/stream-name.ts';

/** The row of an event type: its defaults. A score belongs to the code, the weight to the type. */
export interface EventType {
  /** The kinds of stream that it may be recorded in. */
  readonly categories: readonly Category[];
  /** The rule of who takes part in it. */
  readonly participation: Participation;
  /** Its CAMEO code (event codebook 1.1b3); absent where CAMEO has none. */
  readonly cameo?: string;
  /** Codes for special cases, each with a name of its own. */
  readonly variants?: Readonly<Record<string, string>>;
  /** Type, mode and score in PLOVER (POLECAT); the type is absent where PLOVER has none. */
  readonly plover?: { readonly type?: string; readonly mode?: string; readonly score: number };
  /** 0: shown, not scored. */
  readonly weight: 0 | 1;
  /** The fields that are Chancery's choice of the nearest fit, and not given by the source. */
  readonly chosen?: readonly ('cameo' | 'plover' | 'weight')[];
  /** The current version of its schema. */
  readonly schemaVersion: number;
}

type Plover = readonly [type: string | undefined, score: number, mode?: string];

/** Makes one row of the catalogue: of weight 1 and schema version 1 unless `more` has others. */
function row<const In extends readonly Category[]>(
  categories: In,
  participation: Participation,
  cameo?: string,
  plover?: Plover,
  more: Partial<EventType> = {},
) {
  const [type, score = 0, mode] = plover ?? [];
  return {
    ...(cameo && { cameo }),
    ...(plover && { plover: { ...(type && { type }), ...(mode && { mode }), score } }),
    weight: 1,
    schemaVersion: 1,
    ...more,
    categories,
    participation,
  } satisfies EventType;
}

/** Makes the row of a step without a code in CAMEO and PLOVER: shown, not scored, by Chancery's choice. */
const added = <const In extends readonly Category[]>(categories: In, participation: Participation) =>
  row(categories, participation, undefined, undefined, { weight: 0, chosen: ['weight'] });

const visit = ['visit'] as const;
const agreement = ['agreement'] as const;
const mission = ['mission'] as const;
const measure = ['measure'] as const;
const relation = ['relation'] as const;
const atHome = ['relation', 'country'] as const;

const unscored = { weight: 0 } as const;
/** PLOVER publishes no score for it: the nearest fit. */
const nearestPlover = { chosen: ['plover'] } as const;
const accreditation = { weight: 0, chosen: ['cameo', 'weight'] } as const;

/** Every type of event. To add one: a row here and a line in `new-event.ts`; its decider then asks for its rules. */
export const eventTypes = {
  VisitAnnounced: row(visit, visitorAndHost, '036', ['AGREE', 2.5]),
  VisitConducted: row(visit, visitorAndHost, '042', ['CONSULT', 4, 'visit'], { variants: { host: '043' } }),
  VisitPostponed: row(visit, visitorAndHost, undefined, undefined, unscored),
  VisitConcluded: added(visit, visitorAndHost),
  VisitCancelled: row(visit, visitorAndHost, '161', ['REJECT', -2]),
  MeetingHeld: row(relation, inContact, '040', ['CONSULT', 2.5], { variants: { 'third-place': '044' } }),
  CallHeld: row(relation, inContact, '041', ['CONSULT', 1.5, 'phone']),
  TalksHeld: row(relation, inContact, '046', ['CONSULT', 2.5]),
  MediationConducted: row(relation, withMediator, '045', ['CONSULT', 2.5]),
  NegotiationsHalted: row(relation, atOdds, '164', ['SANCTION', -6, 'withdraw']),
  StatementMade: row(relation, declarant, '010', [undefined, 0], { chosen: ['plover'] }),
  SupportExpressed: row(relation, sourceAndTarget, '051', ['SUPPORT', 5]),
  CriticismExpressed: row(relation, sourceAndTarget, '111', ['ACCUSE', -2]),
  AccusationMade: row(relation, sourceAndTarget, '112', ['ACCUSE', -3.5]),
  ProtestLodged: row(relation, sourceAndTarget, '114', ['ACCUSE', -3.5]),
  AppealMade: row(relation, requesterAndAddressee, '022', [undefined, 0.5], { chosen: ['plover'] }),
  DemandMade: row(relation, sourceAndTarget, '100', ['REQUEST', 0]),
  ProposalRejected: row(relation, sourceAndTarget, '120', ['REJECT', -2]),
  ThreatIssued: row(relation, sourceAndTarget, '130', ['THREATEN', -3.5]),
  ApologyIssued: row(relation, sourceAndTarget, '055', ['CONCEDE', 4.5]),
  IntentDeclared: row(relation, declarant, '030', ['AGREE', 2.5], {
    variants: { economic: '0311', military: '0312', judicial: '0313', intelligence: '0314' },
  }),
  AgreementNegotiated: added(agreement, signatories),
  AgreementSigned: row(agreement, signatories, '057', ['SUPPORT', 5]),
  AgreementRatified: row(agreement, signatories, '057', ['SUPPORT', 5]),
  AgreementAcceded: added(agreement, signatories),
  AgreementSuccessionNotified: added(agreement, signatories),
  AgreementProvisionallyApplied: added(agreement, signatories),
  AgreementRatificationWithdrawn: added(agreement, signatories),
  AgreementEnteredIntoForce: added(agreement, signatories),
  AgreementReservationMade: added(agreement, signatories),
  AgreementAmended: added(agreement, signatories),
  AgreementSuspended: row(agreement, signatories, '160', ['SANCTION', -6], { chosen: ['cameo'] }),
  AgreementResumed: added(agreement, signatories),
  AgreementDenounced: row(agreement, signatories, '160', ['SANCTION', -6], { chosen: ['cameo'] }),
  DenunciationRevoked: added(agreement, signatories),
  AgreementTerminated: row(agreement, signatories, '160', ['SANCTION', -6], { chosen: ['cameo'] }),
  RecognitionGranted: row(relation, sourceAndTarget, '054', ['SUPPORT', 5]),
  RelationsEstablished: row(relation, relating, '054', ['SUPPORT', 5]),
  RelationsRestored: row(relation, relating, '050', ['SUPPORT', 5]),
  RelationsSevered: row(relation, relating, '161', ['SANCTION', -6, 'withdraw']),
  OrganisationJoined: added(relation, sourceAndTarget),
  OrganisationLeft: added(relation, sourceAndTarget),
  MissionOpened: row(mission, senderAndReceiver, '050', ['SUPPORT', 5]),
  RepresentationObserved: added(mission, senderAndReceiver),
  MissionClosed: row(mission, senderAndReceiver, '161', ['SANCTION', -6, 'withdraw']),
  RepresentationUpgraded: row(mission, senderAndReceiver, '050', ['SUPPORT', 5]),
  RepresentationDowngraded: row(mission, senderAndReceiver, '161', ['SANCTION', -6, 'withdraw']),
  AmbassadorNominated: row(mission, senderAndReceiver, '050', ['SUPPORT', 5], accreditation),
  AgrementGranted: row(mission, senderAndReceiver, '050', ['SUPPORT', 5], accreditation),
  AgrementRefused: added(mission, senderAndReceiver),
  CredentialsPresented: row(mission, senderAndReceiver, '050', ['SUPPORT', 5], accreditation),
  AmbassadorRecalled: row(mission, senderAndReceiver, '161', ['SANCTION', -6, 'withdraw'], { schemaVersion: 2 }),
  AmbassadorReturned: added(mission, senderAndReceiver),
  DiplomatExpelled: row(mission, senderAndReceiver, '161', ['SANCTION', -5.5, 'expel']),
  SanctionImposed: row(measure, sourceAndTarget, '163', ['SANCTION', -6]),
  SanctionLifted: row(measure, sourceAndTarget, '085', ['RETREAT', 6.5]),
  RestrictionEased: row(measure, sourceAndTarget, '081', ['CONCEDE', 4.5]),
  MilitaryCooperationConducted: row(relation, cooperating, '062', ['COOPERATE', 9.5]),
  IntelligenceShared: row(relation, sharing, '064', ['COOPERATE', 9.5]),
  EconomicCooperationStarted: row(relation, cooperating, '061', ['COOPERATE', 9.5]),
  AidProvided: row(relation, sourceAndTarget, '070', ['AID', 10], {
    variants: { economic: '071', military: '072', humanitarian: '073' },
  }),
  ForceDemonstrated: row(relation, sourceAndTarget, '150', ['MOBILIZE', -5.5]),
  ForceUsed: row(relation, sourceAndTarget, '190', ['ASSAULT', -9]),
  CeasefireDeclared: row(relation, layingDownArms, '0871', ['RETREAT', 7.5]),
  DiplomaticCooperationConducted: row(relation, cooperating, '050', ['SUPPORT', 5]),
  ForgivenessExpressed: row(relation, sourceAndTarget, '056', ['CONCEDE', 4.5], nearestPlover),
  MaterialCooperationConducted: row(relation, cooperating, '060', ['COOPERATE', 9.5]),
  JudicialCooperationConducted: row(relation, cooperating, '063', ['COOPERATE', 9.5]),
  ProtectionProvided: row(relation, sourceAndTarget, '074', ['AID', 10]),
  AsylumGranted: row(relation, sourceAndTarget, '075', ['AID', 10]),
  ConcessionMade: row(relation, sourceAndTarget, '080', ['CONCEDE', 4.5]),
  ReleaseMade: row(relation, sourceAndTarget, '084', ['CONCEDE', 4.5]),
  InternationalInvolvementAllowed: row(relation, sourceAndTarget, '086', ['RETREAT', 6.5], nearestPlover),
  HostilitiesReduced: row(relation, sourceAndTarget, '087', ['RETREAT', 7.5]),
  InvestigationConducted: row(relation, sourceAndTarget, '090', ['ACCUSE', -2, 'investigate'], nearestPlover),
  LegalActionTaken: row(relation, sourceAndTarget, '115', ['ACCUSE', -3.5], nearestPlover),
  DemonstrationHeld: row(relation, sourceAndTarget, '140', ['PROTEST', -3], nearestPlover),
  RelationsReduced: row(relation, sourceAndTarget, '160', ['SANCTION', -6, 'withdraw']),
  AidReduced: row(relation, sourceAndTarget, '162', ['SANCTION', -6]),
  PersonnelWithdrawn: row(relation, sourceAndTarget, '166', ['SANCTION', -6, 'withdraw']),
  CoercionUsed: row(relation, sourceAndTarget, '170', ['COERCE', -7], nearestPlover),
  ArrestMade: row(relation, sourceAndTarget, '173', ['COERCE', -5], nearestPlover),
  PersonsExpelled: row(relation, sourceAndTarget, '174', ['COERCE', -5], nearestPlover),
  RepressionUsed: row(relation, sourceAndTarget, '175', ['COERCE', -7], nearestPlover),
  AssaultCommitted: row(relation, sourceAndTarget, '180', ['ASSAULT', -9]),
  MassViolenceUsed: row(relation, sourceAndTarget, '200', ['ASSAULT', -9]),
  ContextEventRecorded: row(atHome, subject, undefined, undefined, unscored),
  AssessmentRecorded: row(atHome, subject, undefined, undefined, unscored),
} as const;

export type EventTypeName = keyof typeof eventTypes;

const catalogue: Readonly<Record<string, EventType>> = eventTypes;

/** Returns the row of a type; undefined for a name that is not in the catalogue. */
export const eventType = (name: string): EventType | undefined =>
  Object.hasOwn(catalogue, name) ? catalogue[name] : undefined;
