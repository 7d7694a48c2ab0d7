import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { projectionsInCode } from '#shared/projections/generations/projections-in-code.ts';
import { eventType, eventTypes } from '#shared/domain/events/event-types.ts';
import { goldsteinOf } from '#shared/domain/scoring/goldstein.ts';
import { scales, scoreOf } from '#shared/domain/scoring/score.ts';
import { type Scoring, scoringOf, scorings } from '#shared/domain/scoring/scoring.ts';
import { projectionId } from '#shared/projections/engine/projection.ts';
import { scoresBy } from '#shared/read-models/scores/projection.ts';
import { treesBy } from '#shared/read-models/scores/tree-rows.ts';
import { sampleEvent } from '#tests/support/sample-event.ts';
import { recorder } from '#tests/support/recorder.ts';

const codes = Array.from({ length: 20 }, (_, root) => String(root + 1).padStart(2, '0')).flatMap((root) => [
  root,
  ...Array.from({ length: 10 }, (_, digit) => `${root}${digit}`).flatMap((code) => [
    code,
    ...Array.from({ length: 10 }, (_, digit) => `${code}${digit}`),
  ]),
]);
const digest = (figures: unknown) => createHash('sha256').update(JSON.stringify(figures)).digest('hex').slice(0, 16);

const recording = { id: 'relation.BGD-PAK.1', stream: 'relation/BGD-PAK', version: 1, recordedBy: recorder(), recordedAt: '2025-01-16T09:00:00.000Z' }; // prettier-ignore
/** What a meeting counts for by a scoring, with a code or a credibility. */
const facts = ({ factsOf }: Scoring, fields: object) =>
  factsOf({ ...sampleEvent('MeetingHeld'), cameo: '040', ...fields, ...recording });

/**
 * The Goldstein scores of all codes, and the weights of all credibilities, by the version of the scoring. Rows of a
 * version stand on its figures: nothing is changed here, a new scoring is added.
 */
const figures: Readonly<Record<number, readonly [codes: string, credibilities: readonly number[]]>> = {
  5: ['b8dc2bc3fef91668', [100_000, 80_000, 50_000, 20_000, 0, 30_000]],
};

/** PLOVER's score × the type's weight at version 1 of the scales; a type that is added later is no change of either. */
const ofTypes: Readonly<Record<string, string>> = {
  'none × 0': 'VisitPostponed AgreementEnteredIntoForce ContextEventRecorded AssessmentRecorded',
  '-3 × 1': 'DemonstrationHeld',
  '-7 × 1': 'CoercionUsed RepressionUsed',
  '-5 × 1': 'ArrestMade PersonsExpelled',
  '-9 × 1': 'ForceUsed AssaultCommitted MassViolenceUsed',
  '-6 × 1':
    'NegotiationsHalted AgreementTerminated RelationsSevered MissionClosed RepresentationDowngraded AmbassadorRecalled SanctionImposed RelationsReduced AidReduced PersonnelWithdrawn',
  '-5.5 × 1': 'DiplomatExpelled ForceDemonstrated',
  '-3.5 × 1': 'AccusationMade ProtestLodged ThreatIssued LegalActionTaken',
  '-2 × 1': 'VisitCancelled CriticismExpressed ProposalRejected InvestigationConducted',
  '0 × 1': 'StatementMade DemandMade',
  '0.5 × 1': 'AppealMade',
  '1.5 × 1': 'CallHeld',
  '2.5 × 1': 'VisitAnnounced MeetingHeld TalksHeld MediationConducted IntentDeclared',
  '4 × 1': 'VisitConducted',
  '4.5 × 1': 'ApologyIssued RestrictionEased ForgivenessExpressed ConcessionMade ReleaseMade',
  '5 × 1':
    'SupportExpressed AgreementSigned AgreementRatified RecognitionGranted RelationsEstablished RelationsRestored MissionOpened RepresentationUpgraded DiplomaticCooperationConducted',
  '5 × 0': 'AmbassadorNominated AgrementGranted CredentialsPresented',
  '6.5 × 1': 'SanctionLifted InternationalInvolvementAllowed',
  '7.5 × 1': 'CeasefireDeclared HostilitiesReduced',
  '9.5 × 1':
    'MilitaryCooperationConducted IntelligenceShared EconomicCooperationStarted MaterialCooperationConducted JudicialCooperationConducted',
  '10 × 1': 'AidProvided ProtectionProvided AsylumGranted',
};

describe('the tables behind stored scores', () => {
  it.each(scorings)('keep their figures as long as they keep their version: $version', (scoring) => {
    const scores = codes.map((cameo) => facts(scoring, { cameo })?.scores.goldstein);
    const weights = [1, 2, 3, 4, 5, 6].map((credibility) => facts(scoring, { evidence: { credibility } })?.weight ?? 0);
    expect([digest(scores), weights]).toEqual(figures[scoring.version]);
  });

  it.each(Object.entries(ofTypes))('keep their figures until the version of a scale is raised: %s', (figure, types) => {
    expect(scales).toEqual({ goldstein: { version: 1 }, plover: { version: 1 } });
    const found = types.split(' ').map((type) => [type, `${scoreOf({ type }, 'plover') ?? 'none'} × ${eventType(type)?.weight}`]); // prettier-ignore
    expect(found).toEqual(types.split(' ').map((type) => [type, figure]));
  });

  it('have whole tenths, so that sums of them are exact', () => {
    const plover = Object.keys(eventTypes).map((type) => scoreOf({ type }, 'plover') ?? 0);
    for (const score of [...codes.map(goldsteinOf), ...plover]) expect(Math.round(score * 10) / 10).toBe(score);
  });

  it('give their version to everything that is built on them', () => {
    const built = scorings.flatMap((scoring) => [treesBy(scoring), scoresBy(scoring)].map(projectionId));
    expect(projectionsInCode).toEqual(expect.arrayContaining(built));
    expect(new Set(built).size).toBe(2 * scorings.length);
    for (const scoring of scorings) expect(scoringOf(scoring.version)).toBe(scoring);
  });
});
