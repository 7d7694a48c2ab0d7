import { describe, expect, it } from 'vitest';
import { quadClassOf } from '#shared/domain/scoring/quad-class.ts';
import { defaultCameo } from '#shared/domain/events/default-cameo.ts';
import { eventType, eventTypes } from '#shared/domain/events/event-types.ts';
import { goldsteinOf } from '#shared/domain/scoring/goldstein.ts';
import { scoreOf } from '#shared/domain/scoring/score.ts';
import { correctionTypes } from '#shared/domain/corrections/correction-types.ts';
import { eventSchemas } from '#shared/domain/events/new-event.ts';
import { sampleEvent } from '#tests/support/sample-event.ts';

describe('the catalogue of event types', () => {
  // Typed from the CAMEO table of Goldstein scores and from the PLOVER scores.
  it.each([
    ['VisitAnnounced', '036', 4, 2.5],
    ['VisitConducted', '042', 1.9, 4],
    ['VisitCancelled', '161', -4, -2],
    ['MeetingHeld', '040', 1, 2.5],
    ['CallHeld', '041', 1, 1.5],
    ['TalksHeld', '046', 7, 2.5],
    ['MediationConducted', '045', 5, 2.5],
    ['NegotiationsHalted', '164', -7, -6],
    ['StatementMade', '010', 0, 0],
    ['SupportExpressed', '051', 3.4, 5],
    ['CriticismExpressed', '111', -2, -2],
    ['AccusationMade', '112', -2, -3.5],
    ['ProtestLodged', '114', -2, -3.5],
    ['AppealMade', '022', 3.2, 0.5],
    ['DemandMade', '100', -5, 0],
    ['ProposalRejected', '120', -4, -2],
    ['ThreatIssued', '130', -4.4, -3.5],
    ['ApologyIssued', '055', 7, 4.5],
    ['IntentDeclared', '030', 4, 2.5],
    ['AgreementSigned', '057', 8, 5],
    ['AgreementRatified', '057', 8, 5],
    ['AgreementTerminated', '160', -4, -6],
    ['AgreementDenounced', '160', -4, -6],
    ['AgreementSuspended', '160', -4, -6],
    ['RecognitionGranted', '054', 6, 5],
    ['RelationsEstablished', '054', 6, 5],
    ['RelationsRestored', '050', 3.5, 5],
    ['RelationsSevered', '161', -4, -6],
    ['MissionOpened', '050', 3.5, 5],
    ['RepresentationUpgraded', '050', 3.5, 5],
    ['RepresentationDowngraded', '161', -4, -6],
    ['MissionClosed', '161', -4, -6],
    ['AmbassadorRecalled', '161', -4, -6],
    ['DiplomatExpelled', '161', -4, -5.5],
    ['SanctionImposed', '163', -8, -6],
    ['SanctionLifted', '085', 7, 6.5],
    ['RestrictionEased', '081', 5, 4.5],
    ['MilitaryCooperationConducted', '062', 7.4, 9.5],
    ['IntelligenceShared', '064', 7, 9.5],
    ['EconomicCooperationStarted', '061', 6.4, 9.5],
    ['AidProvided', '070', 7, 10],
    ['ForceDemonstrated', '150', -7.2, -5.5],
    ['ForceUsed', '190', -10, -9],
    ['CeasefireDeclared', '0871', 9, 7.5],
  ])('codes %s as %s: %d on Goldstein, %d on PLOVER', (type, cameo, goldstein, plover) => {
    expect(eventType(type)).toMatchObject({ cameo, weight: 1 });
    expect(scoreOf({ type }, 'goldstein')).toBe(goldstein);
    expect(scoreOf({ type }, 'plover')).toBe(plover);
  });

  it('shows context, assessments and postponements without scoring them', () => {
    for (const type of ['ContextEventRecorded', 'AssessmentRecorded', 'VisitPostponed', 'AgreementEnteredIntoForce']) {
      expect(eventType(type)?.weight).toBe(0);
      expect(scoreOf({ type }, 'goldstein')).toBeNull();
      expect(scoreOf({ type }, 'plover')).toBeNull();
    }
    for (const type of ['AmbassadorNominated', 'AgrementGranted', 'CredentialsPresented']) {
      expect(eventType(type)).toMatchObject({ weight: 0, cameo: '050', chosen: ['cameo', 'weight'] });
    }
  });

  it('shows without scoring the steps that no ontology has, by our choice', () => {
    const added = ['VisitConcluded', 'AgreementNegotiated', 'AgreementAcceded', 'AgreementReservationMade', 'AgreementAmended', 'AgreementResumed', 'AgrementRefused', 'AmbassadorReturned', 'OrganisationJoined', 'OrganisationLeft']; // prettier-ignore
    for (const type of added) {
      expect(eventType(type)).toMatchObject({ weight: 0, chosen: ['weight'] });
      expect(scoreOf({ type }, 'goldstein')).toBeNull();
    }
  });

  it('has no row for a name that is not a type', () => {
    expect(eventType('toString')).toBeUndefined();
    expect(eventType('Visit')).toBeUndefined();
  });

  it('has a row for every type that can be posted', () => {
    for (const { shape } of eventSchemas()) {
      expect({ ...eventTypes, ...correctionTypes }).toHaveProperty(shape.type.value);
    }
  });
});

describe('the code of an event', () => {
  it('is that of its type', () => {
    expect(defaultCameo(sampleEvent('MeetingHeld'))).toBe('040');
    expect(defaultCameo(sampleEvent('MeetingHeld', { place: { country: 'PAK' } }))).toBe('040');
    expect(defaultCameo(sampleEvent('ContextEventRecorded', { kind: 'election' }))).toBeUndefined();
  });

  it('is another for a meeting in a third country', () => {
    expect(defaultCameo(sampleEvent('MeetingHeld', { place: { country: 'EGY' } }))).toBe('044');
  });

  it('is finer where the field of an intent or the kind of an aid is known', () => {
    expect(defaultCameo(sampleEvent('IntentDeclared'))).toBe('030');
    expect(defaultCameo(sampleEvent('IntentDeclared', { field: 'military' }))).toBe('0312');
    expect(defaultCameo(sampleEvent('IntentDeclared', { field: 'intelligence' }))).toBe('0314');
    expect(defaultCameo(sampleEvent('AidProvided', { kind: 'military' }))).toBe('072');
  });

  it('decides its score', () => {
    expect(scoreOf({ type: 'MeetingHeld', cameo: '044' }, 'goldstein')).toBe(2.5);
    expect(scoreOf({ type: 'IntentDeclared', cameo: '0312' }, 'goldstein')).toBe(5.2);
    expect(scoreOf({ type: 'VisitConducted', cameo: '043' }, 'goldstein')).toBe(2.8);
    expect(scoreOf({ type: 'AidProvided', cameo: '072' }, 'goldstein')).toBe(8.3);
  });

  it.each([
    ['016', -2],
    ['0234', 3.4],
    ['0334', 6],
    ['0874', 10],
    ['1124', -2],
    ['1385', -7],
    ['1823', -10],
    ['191', -9.5],
    ['2042', -10],
    ['20', -10],
  ])('%s scores %d on the Goldstein scale', (cameo, score) => {
    expect(goldsteinOf(cameo)).toBe(score);
  });

  it('belongs to one of four quadrants', () => {
    expect(['057', '062', '111', '1411', '163'].map(quadClassOf)).toEqual([
      'verbal-cooperation',
      'material-cooperation',
      'verbal-conflict',
      'verbal-conflict',
      'material-conflict',
    ]);
  });
});
