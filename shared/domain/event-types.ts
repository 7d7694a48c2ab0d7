import type { DiplomaticEvent } from './new-event.ts';
import type { Category } from './stream-name.ts';

/** What an event type is by default; a score belongs to the code, the weight to the type. */
export interface EventType {
  /** The kinds of stream that it may be recorded in. */
  readonly categories: readonly Category[];
  /** Its CAMEO code (event codebook 1.1b3); absent where CAMEO has none. */
  readonly cameo?: string;
  /** Codes for special cases, each with a name of its own. */
  readonly variants?: Readonly<Record<string, string>>;
  /** Type, mode and score in PLOVER (POLECAT); the type is absent where PLOVER has none. */
  readonly plover?: { readonly type?: string; readonly mode?: string; readonly score: number };
  /** 0: shown, not scored. */
  readonly weight: 0 | 1;
  /** What here is the nearest fit, chosen by us, and not given by the source. */
  readonly chosen?: readonly ('cameo' | 'plover' | 'weight')[];
  /** The current version of its schema. */
  readonly schemaVersion: number;
}

type Plover = readonly [type: string | undefined, score: number, mode?: string];

/** One row of the catalogue: of weight 1 and schema version 1 unless `more` says otherwise. */
function row<const In extends readonly Category[]>(
  categories: In,
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
  } satisfies EventType;
}

const visit = ['visit'] as const;
const agreement = ['agreement'] as const;
const mission = ['mission'] as const;
const measure = ['measure'] as const;
const relation = ['relation'] as const;
const atHome = ['relation', 'country'] as const;

const unscored = { weight: 0 } as const;
const accreditation = { weight: 0, chosen: ['cameo', 'weight'] } as const;

/** Every type of event. To add one: a row here and a line in `new-event.ts`; its decider then asks for its rules. */
export const eventTypes = {
  VisitAnnounced: row(visit, '036', ['AGREE', 2.5]),
  VisitConducted: row(visit, '042', ['CONSULT', 4, 'visit'], { variants: { host: '043' } }),
  VisitPostponed: row(visit, undefined, undefined, unscored),
  VisitCancelled: row(visit, '161', ['REJECT', -2]),
  MeetingHeld: row(relation, '040', ['CONSULT', 2.5], { variants: { 'third-place': '044' } }),
  CallHeld: row(relation, '041', ['CONSULT', 1.5, 'phone']),
  TalksHeld: row(relation, '046', ['CONSULT', 2.5]),
  MediationConducted: row(relation, '045', ['CONSULT', 2.5]),
  NegotiationsHalted: row(relation, '164', ['SANCTION', -6, 'withdraw']),
  StatementMade: row(relation, '010', [undefined, 0], { chosen: ['plover'] }),
  SupportExpressed: row(relation, '051', ['SUPPORT', 5]),
  CriticismExpressed: row(relation, '111', ['ACCUSE', -2]),
  AccusationMade: row(relation, '112', ['ACCUSE', -3.5]),
  ProtestLodged: row(relation, '114', ['ACCUSE', -3.5]),
  AppealMade: row(relation, '022', [undefined, 0.5], { chosen: ['plover'] }),
  DemandMade: row(relation, '100', ['REQUEST', 0]),
  ProposalRejected: row(relation, '120', ['REJECT', -2]),
  ThreatIssued: row(relation, '130', ['THREATEN', -3.5]),
  ApologyIssued: row(relation, '055', ['CONCEDE', 4.5]),
  IntentDeclared: row(relation, '030', ['AGREE', 2.5], {
    variants: { economic: '0311', military: '0312', judicial: '0313', intelligence: '0314' },
  }),
  AgreementSigned: row(agreement, '057', ['SUPPORT', 5]),
  AgreementRatified: row(agreement, '057', ['SUPPORT', 5]),
  AgreementEnteredIntoForce: row(agreement, undefined, undefined, { weight: 0, chosen: ['weight'] }),
  AgreementTerminated: row(agreement, '160', ['SANCTION', -6], { chosen: ['cameo'] }),
  RecognitionGranted: row(relation, '054', ['SUPPORT', 5]),
  RelationsEstablished: row(relation, '054', ['SUPPORT', 5]),
  RelationsRestored: row(relation, '050', ['SUPPORT', 5]),
  RelationsSevered: row(relation, '161', ['SANCTION', -6, 'withdraw']),
  MissionOpened: row(mission, '050', ['SUPPORT', 5]),
  MissionClosed: row(mission, '161', ['SANCTION', -6, 'withdraw']),
  RepresentationUpgraded: row(mission, '050', ['SUPPORT', 5]),
  RepresentationDowngraded: row(mission, '161', ['SANCTION', -6, 'withdraw']),
  AmbassadorNominated: row(mission, '050', ['SUPPORT', 5], accreditation),
  AgrementGranted: row(mission, '050', ['SUPPORT', 5], accreditation),
  CredentialsPresented: row(mission, '050', ['SUPPORT', 5], accreditation),
  AmbassadorRecalled: row(mission, '161', ['SANCTION', -6, 'withdraw']),
  DiplomatExpelled: row(mission, '161', ['SANCTION', -5.5, 'expel']),
  SanctionImposed: row(measure, '163', ['SANCTION', -6]),
  SanctionLifted: row(measure, '085', ['RETREAT', 6.5]),
  RestrictionEased: row(measure, '081', ['CONCEDE', 4.5]),
  MilitaryCooperationConducted: row(relation, '062', ['COOPERATE', 9.5]),
  IntelligenceShared: row(relation, '064', ['COOPERATE', 9.5]),
  EconomicCooperationStarted: row(relation, '061', ['COOPERATE', 9.5]),
  AidProvided: row(relation, '070', ['AID', 10], {
    variants: { economic: '071', military: '072', humanitarian: '073' },
  }),
  ForceDemonstrated: row(relation, '150', ['MOBILIZE', -5.5]),
  ForceUsed: row(relation, '190', ['ASSAULT', -9]),
  CeasefireDeclared: row(relation, '0871', ['RETREAT', 7.5]),
  ContextEventRecorded: row(atHome, undefined, undefined, unscored),
  AssessmentRecorded: row(atHome, undefined, undefined, unscored),
} as const;

export type EventTypeName = keyof typeof eventTypes;

const catalogue: Readonly<Record<string, EventType>> = eventTypes;

/** The row of a type; undefined for a name that is not in the catalogue. */
export const eventType = (name: string): EventType | undefined =>
  Object.hasOwn(catalogue, name) ? catalogue[name] : undefined;

/** The CAMEO code of an event whose reporter gave none; undefined where CAMEO has no code for its type. */
export function defaultCameo(event: DiplomaticEvent): string | undefined {
  const defaults = eventType(event.type);
  const variant = variantOf(event);
  return (variant === undefined ? undefined : defaults?.variants?.[variant]) ?? defaults?.cameo;
}

function variantOf(event: DiplomaticEvent): string | undefined {
  if (event.type === 'IntentDeclared') return event.field;
  if (event.type === 'AidProvided') return event.kind;
  if (event.type === 'MeetingHeld') return metInThirdPlace(event) ? 'third-place' : undefined;
  return undefined;
}

/** Whether the place is known to be in a country that takes no part. */
const metInThirdPlace = ({ place, participants }: DiplomaticEvent) =>
  place?.country !== undefined && !participants.some(({ party }) => party === place.country);
