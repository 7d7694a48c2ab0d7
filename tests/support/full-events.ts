import { eventSchemas } from '#shared/domain/events/new-event.ts';
import { correctionTypes } from '#shared/domain/corrections/correction-types.ts';
import { participantsFor } from './sample-event.ts';

const report = {
  publisher: 'Dawn',
  title: 'Joint statement',
  url: 'https://example.org/1',
  reference: 'r-1',
  publishedOn: '2025-01-15',
  origin: 'press-release',
  source: { fields: { tone: '-1.5' } },
};

const of = 'relation.BGD-PAK.1';

/** A valid value of every field that some event or correction has, but for type and participants. */
const fields: Readonly<Record<string, unknown>> = {
  occurred: '2025-01-13/2025-01-18',
  reportedAt: '2025-01-19T09:30:00Z',
  thirdParties: ['IND'],
  bearsOn: ['BGD-IND'],
  place: { country: 'PAK', city: 'Rawalpindi', site: 'GHQ' },
  topics: ['defence-ties'],
  channel: 'in-person',
  level: 'ambassador',
  modality: 'held',
  evidence: { reliability: 'B', credibility: 2, reports: [report] },
  partOf: 'visit.dhaka.1',
  reactsTo: [of],
  cameo: '046',
  summary: 'Both sides spoke',
  title: 'Treaty of amity',
  field: 'military',
  kind: 'military',
  plannedFor: '2025-02',
  concerning: 'Article 3',
  effective: '2025-03-01',
  reciprocal: true,
  recall: 'unstated',
  diplomats: 3,
  claim: 'Relations thaw',
  author: 'An observer',
  period: '2024-08/..',
  of,
  changes: { topics: ['water'], summary: 'Something else', place: { city: 'Dhaka' } },
  reason: 'false',
  by: 'PAK',
  report,
  into: 'relation.BGD-PAK.2',
  from: ['relation.BGD-PAK.2'],
};

const participantsOf = (type: string) =>
  participantsFor(type).participants.map((participant, index) => ({
    ...participant,
    person: { id: `person:p-${index}`, name: 'Somebody' },
    office: 'Foreign Minister',
    sector: 'GOV',
  }));

/** An event and a correction of every type, as they are posted, with every field that they may have. */
export const fullEvents: readonly Readonly<Record<string, unknown>>[] = eventSchemas().map(({ shape }) => {
  const type = shape.type.value;
  const own = Object.fromEntries(Object.entries(fields).filter(([name]) => name in shape));
  if (type === 'CredibilityAssessed') return { type, ...own, evidence: { reliability: 'A', credibility: 1 } };
  return { type, ...own, ...(!(type in correctionTypes) && { participants: participantsOf(type) }) };
});
