import type { CameoCode } from '#shared/domain/scoring/cameo.ts';
import type { EventTypeName } from './event-types.ts';

/**
 * The event types of CAMEO codes, each with the codes that lead to it. A code that is not listed belongs to the type of
 * the code that it details: 0311 to that of 03.
 */
const codes = {
  StatementMade: ['01'],
  AppealMade: ['02'],
  IntentDeclared: ['03'],
  MeetingHeld: ['04'],
  CallHeld: ['041'],
  VisitConducted: ['042', '043'],
  MediationConducted: ['045'],
  TalksHeld: ['046'],
  DiplomaticCooperationConducted: ['05'],
  SupportExpressed: ['051', '052', '053'],
  RecognitionGranted: ['054'],
  ApologyIssued: ['055'],
  ForgivenessExpressed: ['056'],
  AgreementSigned: ['057'],
  MaterialCooperationConducted: ['06'],
  EconomicCooperationStarted: ['061'],
  MilitaryCooperationConducted: ['062'],
  JudicialCooperationConducted: ['063'],
  IntelligenceShared: ['064'],
  AidProvided: ['07'],
  ProtectionProvided: ['074'],
  AsylumGranted: ['075'],
  ConcessionMade: ['08'],
  RestrictionEased: ['081', '085'],
  ReleaseMade: ['084'],
  InternationalInvolvementAllowed: ['086'],
  HostilitiesReduced: ['087'],
  CeasefireDeclared: ['0871'],
  InvestigationConducted: ['09'],
  DemandMade: ['10'],
  CriticismExpressed: ['11'],
  AccusationMade: ['112'],
  ProtestLodged: ['114'],
  LegalActionTaken: ['115', '116'],
  ProposalRejected: ['12'],
  ThreatIssued: ['13'],
  DemonstrationHeld: ['14'],
  ForceDemonstrated: ['15'],
  RelationsReduced: ['16'],
  AidReduced: ['162'],
  SanctionImposed: ['163'],
  NegotiationsHalted: ['164', '165'],
  PersonnelWithdrawn: ['166'],
  CoercionUsed: ['17'],
  ArrestMade: ['173'],
  PersonsExpelled: ['174'],
  RepressionUsed: ['175'],
  AssaultCommitted: ['18'],
  ForceUsed: ['19'],
  MassViolenceUsed: ['20'],
} as const satisfies Readonly<Partial<Record<EventTypeName, readonly string[]>>>;

/** An event type that CAMEO codes lead to. */
export type CameoEventType = keyof typeof codes;

const isCameoEventType = (name: string): name is CameoEventType => Object.hasOwn(codes, name);

const typeByCode: ReadonlyMap<string, CameoEventType> = new Map(
  Object.entries(codes).flatMap(([type, some]) =>
    isCameoEventType(type) ? some.map((code) => [code, type] as const) : [],
  ),
);

/**
 * Returns the one event type of a CAMEO code, such as an import records it. 161 is RelationsReduced and 085
 * RestrictionEased: the code alone does not say that relations were severed or a sanction was lifted. Throws for a text
 * that is no CAMEO code.
 */
export function cameoEventType(code: CameoCode): CameoEventType {
  const type = typeByCode.get(code);
  if (type !== undefined) return type;
  if (code.length <= 2) throw new Error(`${code} is not a CAMEO code`);
  return cameoEventType(code.slice(0, -1));
}
