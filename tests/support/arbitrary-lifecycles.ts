import * as fc from 'fast-check';
import { as } from './sample-event.ts';
import { arbitraryMinute } from './arbitrary-history.ts';

export const parties = ['BGD', 'IND', 'PAK'];
export const dyads = ['BGD-IND', 'BGD-PAK', 'IND-PAK'];
export const someDays = ['2024-12-31', '2025-01-14', '2025-02-10', '2025-03-31', '2026-01-01'];

const dates = [
  '2024',
  '2024-12-15/2025-01-14',
  '2025-01-14',
  '2025-01~',
  '2025-02-10',
  '2025-03/..',
  '../2025',
  '2025-03-31',
];
const occurred = fc.constantFrom(...dates);
const modality = fc.constantFrom('held', 'held', 'held', 'planned', 'hypothetical');
const level = fc.constantFrom('head-of-government', 'working');

const signatories = [as('BGD:signatory', 'PAK:signatory'), as('PAK:signatory'), as('IND:signatory', 'BGD:signatory')];
const visits = [as('BGD:visitor', 'PAK:host'), as('IND:visitor', 'BGD:host')];
const measures = [as('BGD:source', 'IND:target'), as('BGD:source', 'IND:source', 'PAK:target')];

/** Facts of some types, in one of some streams, by some participants, with further fields. */
const facts = (streams: readonly string[], types: readonly string[], who: readonly object[], fields: object = {}) => {
  const post = fc.record(
    { type: fc.constantFrom(...types), occurred, modality },
    { requiredKeys: ['type', 'occurred'] },
  );
  const all = fc
    .tuple(post, fc.constantFrom(...who))
    .map(([one, participants]) => ({ ...one, ...participants, ...fields }));
  return fc.record({
    minute: recordedAt,
    into: fc.nat(),
    stream: fc.constantFrom(...streams),
    fact: fc.record({ post: all }),
  });
};
const recordedAt = fc.integer({ min: 1, max: 29 });

const missionFacts = ['MissionOpened', 'MissionClosed', 'CredentialsPresented', 'AmbassadorReturned'];
const kinds = [
  facts(['visit/a', 'visit/b'], ['VisitAnnounced', 'VisitPostponed'], visits, { plannedFor: '2025-02-10' }),
  facts(['visit/a', 'visit/b'], ['VisitAnnounced', 'VisitPostponed', 'VisitCancelled'], visits),
  facts(['visit/a', 'visit/b'], ['VisitConducted', 'VisitConcluded'], visits, { level: 'minister' }),
  facts(['agreement/a', 'agreement/b'], ['AgreementSigned'], signatories, {
    title: 'Trade',
    entryIntoForce: { consents: 2, after: 'P30D' },
  }),
  facts(
    ['agreement/a', 'agreement/b'],
    ['AgreementRatified', 'AgreementAcceded', 'AgreementEnteredIntoForce', 'AgreementRatificationWithdrawn'],
    signatories,
  ),
  facts(
    ['agreement/a'],
    ['AgreementSuspended', 'AgreementDenounced', 'DenunciationRevoked', 'AgreementTerminated'],
    signatories,
  ),
  facts(['measure/a', 'measure/b'], ['SanctionImposed', 'SanctionLifted', 'RestrictionEased'], measures),
  facts(['mission/BGD-PAK'], missionFacts, [as('BGD:sender', 'PAK:receiver')]),
  facts(['mission/PAK-BGD'], missionFacts, [as('PAK:sender', 'BGD:receiver')]),
  facts(
    ['relation/BGD-PAK'],
    ['RelationsEstablished', 'RelationsSevered', 'RelationsRestored', 'MeetingHeld'],
    [as('BGD:participant', 'PAK:participant')],
  ),
];

const changes = fc.oneof(
  fc.constantFrom(...visits, ...signatories, ...measures),
  fc.record({ level }),
  fc.record({ summary: fc.constant('Corrected') }),
);
const correction: fc.Arbitrary<object> = fc.oneof(
  fc.record({ type: fc.constant('EventDateRefined'), occurred }),
  fc.record({ type: fc.constant('EventCorrected'), changes }),
  fc.record({ type: fc.constant('EventRetracted'), reason: fc.constantFrom('duplicate', 'false') }),
  fc.record({ type: fc.constant('EventConfirmed') }),
  fc.record({ type: fc.constant('EventDenied'), by: fc.constantFrom('BGD', 'PAK') }),
);
const corrections = fc.record({
  minute: recordedAt,
  into: fc.nat(),
  stream: fc.constant(''),
  fact: fc.record({ post: correction, of: fc.nat() }),
});

/** Steps of lifecycles in any order, often reported late, and corrected; `historyOf` records them. */
export const arbitraryLifecycles = fc.array(fc.oneof(...kinds, { weight: kinds.length / 2, arbitrary: corrections }), {
  minLength: 1,
  maxLength: 30,
  size: 'max',
});

/** What is asked: a day on which things stand, a range of days, and when it was known. */
export const arbitraryQuestion = fc.record({
  on: fc.constantFrom(...someDays),
  from: fc.option(fc.constantFrom(...someDays), { nil: undefined }),
  to: fc.option(fc.constantFrom(...someDays), { nil: undefined }),
  limit: fc.integer({ min: 1, max: 5 }),
  minute: arbitraryMinute,
});
