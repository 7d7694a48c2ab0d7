import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { credibilityFactor } from '../../../shared/domain/credibility.ts';
import { eventType, eventTypes } from '../../../shared/domain/event-types.ts';
import { goldsteinOf } from '../../../shared/domain/goldstein.ts';
import { scoreOf } from '../../../shared/domain/score.ts';
import { scoringTables, scoringVersion } from '../../../shared/domain/scoring-tables.ts';
import { scores } from '../../../shared/projections/scores.ts';
import { trees } from '../../../shared/projections/trees.ts';

const codes = Array.from({ length: 20 }, (_, root) => String(root + 1).padStart(2, '0')).flatMap((root) => [
  root,
  ...Array.from({ length: 10 }, (_, digit) => `${root}${digit}`).flatMap((code) => [
    code,
    ...Array.from({ length: 10 }, (_, digit) => `${code}${digit}`),
  ]),
]);
const digest = (figures: unknown) => createHash('sha256').update(JSON.stringify(figures)).digest('hex').slice(0, 16);

/** The figures behind stored scores, by table and version. Rows of an older version stand on its figures: they are never changed here, only added to. */
const figures: Readonly<Record<string, string>> = {
  'goldstein@1': '0d59b092735422fe',
  'credibility@1': 'ff29c4e951dd66e4',
};

/** PLOVER's score × the type's weight at version 1 of `plover` and `rules`; a type that is added later is no change of either. */
const ofTypes: Readonly<Record<string, string>> = {
  'none × 0': 'VisitPostponed AgreementEnteredIntoForce ContextEventRecorded AssessmentRecorded',
  '-9 × 1': 'ForceUsed',
  '-6 × 1':
    'NegotiationsHalted AgreementTerminated RelationsSevered MissionClosed RepresentationDowngraded AmbassadorRecalled SanctionImposed',
  '-5.5 × 1': 'DiplomatExpelled ForceDemonstrated',
  '-3.5 × 1': 'AccusationMade ProtestLodged ThreatIssued',
  '-2 × 1': 'VisitCancelled CriticismExpressed ProposalRejected',
  '0 × 1': 'StatementMade DemandMade',
  '0.5 × 1': 'AppealMade',
  '1.5 × 1': 'CallHeld',
  '2.5 × 1': 'VisitAnnounced MeetingHeld TalksHeld MediationConducted IntentDeclared',
  '4 × 1': 'VisitConducted',
  '4.5 × 1': 'ApologyIssued RestrictionEased',
  '5 × 1':
    'SupportExpressed AgreementSigned AgreementRatified RecognitionGranted RelationsEstablished RelationsRestored MissionOpened RepresentationUpgraded',
  '5 × 0': 'AmbassadorNominated AgrementGranted CredentialsPresented',
  '6.5 × 1': 'SanctionLifted',
  '7.5 × 1': 'CeasefireDeclared',
  '9.5 × 1': 'MilitaryCooperationConducted IntelligenceShared EconomicCooperationStarted',
  '10 × 1': 'AidProvided',
};

describe('the tables behind stored scores', () => {
  it.each([
    ['goldstein', codes.map(goldsteinOf)],
    ['credibility', ([1, 2, 3, 4, 5, 6] as const).map(credibilityFactor)],
  ] as const)('keep their figures until their version is raised: %s', (table, values) => {
    expect(digest(values)).toBe(figures[`${table}@${scoringTables[table]}`]);
  });

  it.each(Object.entries(ofTypes))('keep their figures until their version is raised: %s', (figure, types) => {
    expect(scoringTables).toMatchObject({ plover: 1, rules: 1 });
    for (const type of types.split(' ')) {
      expect(`${scoreOf({ type }, 'plover') ?? 'none'} × ${eventType(type)?.weight}`, type).toBe(figure);
    }
  });

  it('have whole tenths, so that sums of them are exact', () => {
    const plover = Object.keys(eventTypes).map((type) => scoreOf({ type }, 'plover') ?? 0);
    for (const score of [...codes.map(goldsteinOf), ...plover]) expect(Math.round(score * 10) / 10).toBe(score);
  });

  it('give their version to everything that is built on them', () => {
    const raises = Object.values(scoringTables).map((version) => version - 1);
    expect(scoringVersion).toBe(raises.reduce((sum, raised) => sum + raised, 1));
    expect([trees.version, scores.version]).toEqual([scoringVersion, scoringVersion]);
  });
});
