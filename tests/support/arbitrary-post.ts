import * as fc from 'fast-check';
import { Channel, Level } from '#shared/domain/events/envelope.ts';
import { Modality } from '#shared/domain/events/modality.ts';
import { correctionTypes } from '#shared/domain/corrections/correction-types.ts';
import { eventType } from '#shared/domain/events/event-types.ts';
import { eventSchemas } from '#shared/domain/events/new-event.ts';
import { name } from '#shared/domain/events/text.ts';
import { type Role, Sector } from '#shared/domain/events/participant.ts';

const codes = ['BGD', 'PAK', 'IND', 'EGY', 'x-un', 'x-saarc'];
const party = fc.constantFrom(...codes);
/** Any name is a text as well. */
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((any) => `a${any}`.normalize('NFC'))
  .filter((any) => name(80).safeParse(any).success);
const slug = fc.constantFrom('defence-ties', 'jf-17', 'trade', '1971-trials');
const occurred = fc.constantFrom('2025-01-14', '2025-01~', '1971', '2024-08/..', '../2024', '2025-21', '2024-09-25?');
const some = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 4 });

/** What only some types carry, or carry in a narrower form: without it their posts would not be valid. */
const ownFields: Readonly<Record<string, Record<string, fc.Arbitrary<unknown>>>> = {
  VisitAnnounced: { plannedFor: occurred },
  IntentDeclared: { field: fc.constantFrom('military', 'intelligence') },
  AgreementSigned: { title: text },
  MissionOpened: { reciprocal: fc.boolean(), level: fc.constant('ambassador') },
  RepresentationObserved: { level: fc.constant('minister'), post: fc.constantFrom('legation', 'consulate') },
  RepresentationUpgraded: { level: fc.constant('ambassador') },
  RepresentationDowngraded: { level: fc.constant('consular') },
  AgreementDenounced: { effective: occurred },
  AmbassadorRecalled: { recall: fc.constantFrom('for-consultations', 'for-good', 'unstated') },
  DiplomatExpelled: { diplomats: fc.integer({ min: 1, max: 50 }) },
  ContextEventRecorded: { kind: slug },
  AssessmentRecorded: { claim: text, author: text, period: occurred },
};

/** A party in one of some roles. */
const participant = (code: fc.Arbitrary<string>, roles: readonly Role[]) =>
  fc.record(
    {
      party: code,
      role: fc.constantFrom(...roles),
      person: fc.record({ id: fc.constant('person:bgd-yunus'), name: text }),
      office: text,
      sector: fc.constantFrom(...Sector.options),
    },
    { requiredKeys: ['party', 'role'] },
  );

/**
 * Participants as a type asks for them: different parties in the roles that it needs, and any in those that it allows.
 */
function participantsOf(type: string): fc.Arbitrary<object[]> {
  const { needs = [], allows = [], parties = 0 } = eventType(type)?.participation ?? {};
  const seats = needs.length > 0 ? needs.map((role) => [role]) : Array.from({ length: parties }, () => allows);
  const others = allows.length > 0 ? fc.array(participant(party, allows), { maxLength: 2 }) : fc.constant([]);
  return fc
    .shuffledSubarray(codes, { minLength: seats.length, maxLength: seats.length })
    .chain((chosen) =>
      fc.tuple(fc.tuple(...seats.map((roles, seat) => participant(fc.constant(chosen[seat] ?? ''), roles))), others),
    )
    .map((groups) => groups.flat());
}

const report = fc.record(
  {
    publisher: text,
    title: text,
    url: fc.tuple(fc.domain(), fc.string()).map(([host, path]) => `https://${host}/${encodeURIComponent(path)}`),
    reference: text,
    publishedOn: fc.constant('2025-01-15'),
    origin: slug,
  },
  { requiredKeys: ['publisher'] },
);

const envelope = {
  occurred,
  reportedAt: fc.constantFrom('2025-01-16', '2025-01-16T09:30:00Z'),
  thirdParties: some(party),
  bearsOn: some(fc.constantFrom('BGD-PAK', 'BGD-x-un')),
  place: fc.record({ country: party, city: text, site: text }, { requiredKeys: ['city'] }),
  topics: some(slug),
  channel: fc.constantFrom(...Channel.options),
  level: fc.constantFrom(...Level.options),
  modality: fc.constantFrom(...Modality.options),
  evidence: fc.record(
    { reliability: fc.constantFrom('A', 'F'), credibility: fc.integer({ min: 1, max: 6 }), reports: some(report) },
    { requiredKeys: [] },
  ),
  partOf: fc.constant('visit.bhutto-dhaka-1974-06.1'),
  reactsTo: some(fc.constant('relation.BGD-PAK.3')),
  cameo: fc.constantFrom('042', '0312', '20'),
  summary: text,
};

/** A valid post of any type, with any of the optional fields. */
export const arbitraryPost: fc.Arbitrary<object> = fc
  .constantFrom(
    ...eventSchemas()
      .map(({ shape }) => shape.type.value)
      .filter((type) => !(type in correctionTypes)),
  )
  .chain((type) =>
    fc
      .tuple(
        fc.record({ type: fc.constant(type), ...ownFields[type] }),
        fc.record(envelope, { requiredKeys: ['occurred'] }),
        participantsOf(type),
      )
      .map(([own, shared, participants]) => ({ ...shared, ...own, participants })),
  );
