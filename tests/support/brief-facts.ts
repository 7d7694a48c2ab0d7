import seed from '#infra/local/cli/demo/seed-brief.json' with { type: 'json' };

/** An event of the sample brief, as far as it is counted and scored. */
export interface BriefFact {
  readonly id: string;
  readonly sign: 'cooperative' | 'conflictual';
  readonly from: string;
  readonly to: string;
  /** On Goldstein's scale. */
  readonly score: number;
  /** Factor of its credibility. */
  readonly weight: number;
}

/** Goldstein's scores of the types in the brief that are scored. */
const scores: Readonly<Record<string, number>> = {
  RecognitionGranted: 6,
  AgreementSigned: 8,
  VisitConducted: 1.9,
  MissionOpened: 3.5,
  CriticismExpressed: -2,
  RestrictionEased: 5,
  MeetingHeld: 1,
  TalksHeld: 7,
};
const factors: Readonly<Record<number, number>> = { 1: 1, 2: 0.8, 3: 0.5, 4: 0.2, 5: 0, 6: 0.3 };

const lastDays: Readonly<Record<string, string>> = { '2024-12': '2024-12-31', '2025-01': '2025-01-31' };

/** What was added to the brief after 2025-01-16. */
const later = new Set(['seed-details', 'seed-f01', 'seed-f02']);

interface SeedEvent {
  readonly type: string;
  readonly occurred: string;
  readonly modality?: string;
  readonly partOf?: string;
  readonly evidence?: { readonly credibility?: number };
}

/** The events of the brief as known on 2025-01-16 that are held and scored; a visit stands for what belongs to it. */
export const briefFacts: readonly BriefFact[] = seed.commits
  .filter(({ idempotencyKey }) => !later.has(idempotencyKey))
  .flatMap(({ stream, expectedVersion, events }) =>
    (events as readonly SeedEvent[]).flatMap((event, index) => {
      const { type, occurred, modality = 'held', partOf, evidence } = event;
      const score = scores[type];
      if (score === undefined || modality !== 'held' || partOf !== undefined) return [];
      const id = `${stream.replace('/', '.')}.${expectedVersion + index + 1}`;
      const sign = score < 0 ? ('conflictual' as const) : ('cooperative' as const);
      return [{ id, sign, ...daysOf(occurred), score, weight: factors[evidence?.credibility ?? 6] ?? 0 }];
    }),
  );

/** First day of the earliest event on the timeline: the context of 1971. */
export const briefFirstKnown = '1971-01-01';

/** The days of the dates that the brief has: a day, a month, a year, or from one to another. */
function daysOf(occurred: string): { from: string; to: string } {
  const [from = '', to = from] = occurred.replaceAll(/[~?]/g, '').split('/');
  return { from: `${from}-01-01`.slice(0, 10), to: lastDays[to] ?? `${to}-12-31`.slice(0, 10) };
}
