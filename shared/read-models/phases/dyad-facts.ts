import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import type { Contribution } from '#shared/domain/scoring/contributions.ts';
import type { Scale } from '#shared/domain/scoring/score.ts';
import type { Scoring } from '#shared/domain/scoring/scoring.ts';
import { sharedParts } from '#shared/domain/scoring/shared-parts.ts';
import { wholeWeight } from '#shared/domain/scoring/tally.ts';
import type { TempoRecord } from '#shared/domain/scoring/tempo/tempo-phases.ts';
import type { ToneFact } from '#shared/domain/scoring/tone/tone-series.ts';
import { eventRows } from '#shared/projections/engine/event-rows.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import type { ListedEvent } from '#shared/projections/engine/event-list.ts';
import { contributionsAmong } from '#shared/read-models/scores/query.ts';
import { scores } from '#shared/read-models/scores/projection.ts';
import { sourcesOf } from '#shared/read-models/sources/covering.ts';
import { sources } from '#shared/read-models/sources/projection.ts';
import { trees } from '#shared/read-models/scores/tree-rows.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import { eventsIn } from '#shared/read-models/timeline/query.ts';

/** The projections that phases are computed from. */
export const phaseSources = [scores, timeline, trees, eventRows, sources];

/** Most events of a timeline that phases rest on: of a longer one the newest. */
export const mostEvents = 10_000;
/** The scale by which the event of a tree is chosen that stands for it in its tempo: it scores every code. */
const tempoScale = 'goldstein';

export interface FactsAsked {
  readonly dyad: string;
  readonly scale: Scale;
  /** The last day (`YYYY-MM-DD`) that counts. */
  readonly through: string;
  /** The instant (UTC) of the knowledge; absent: now. */
  readonly asOf?: string | undefined;
  readonly scoring?: Scoring;
}

/** What is known of a dyad, as tempo and tone count it. */
export interface DyadFacts {
  readonly record: TempoRecord;
  readonly tone: readonly ToneFact[];
  /** Whether the timeline has more events than are read. */
  readonly isCut: boolean;
  /** How many events of the timeline were read. */
  readonly read: number;
}

/**
 * Reads the facts of a dyad from its timeline: a visit with all that belongs to it is one fact of each sign. What its
 * sources report of others is known as of now only: of the past every month counts alike.
 */
export async function dyadFacts(store: RowReader, asked: FactsAsked): Promise<DyadFacts> {
  const { dyad, asOf, scoring, through } = asked;
  const known = await newestEvents(store, dyad, asOf);
  const [contributions, covering] = await Promise.all([
    contributionsAmong(store, known.events, { dyad, asOf, scoring }),
    asOf === undefined ? sourcesOf(store, known.events, through) : [],
  ]);
  const { record, ...rest } = factsAmong(known, contributions, asked);
  return { ...rest, record: { ...record, ...(covering.length > 0 && { sources: covering }) } };
}

/**
 * Returns the facts among events of a dyad and what counts of them. Suspected duplicates share what one counts.
 */
export function factsAmong(
  { events, isCut }: NewestEvents,
  contributions: readonly Contribution[],
  { scale, through }: Pick<FactsAsked, 'scale' | 'through'>,
): DyadFacts {
  const countedOn = (name: Scale) => {
    const counted = contributions.filter((one) => one.scale === name);
    const ids = new Set(counted.map(({ event }) => event));
    return { counted, parts: sharedParts(events.filter(({ id }) => ids.has(id))) };
  };
  const tempo = countedOn(tempoScale);
  const tone = scale === tempoScale ? tempo : countedOn(scale);
  return {
    record: {
      facts: tempo.counted.map((one) => tempoFact(one, tempo.parts)),
      firstKnown: firstDay(events),
      through,
    },
    tone: tone.counted.map((one) => toneFact(one, tone.parts)),
    isCut,
    read: events.length,
  };
}

/** The newest events of a timeline, and whether there are more. */
export interface NewestEvents {
  readonly events: readonly ListedEvent[];
  readonly isCut: boolean;
}

/** Reads the newest events of a timeline, withdrawn ones included, as known at an instant. */
export async function newestEvents(store: RowReader, dyad: string, asOf: string | undefined): Promise<NewestEvents> {
  const events: ListedEvent[] = [];
  const asked = { subject: dyad, order: 'newest', limit: mostEvents, asOf, withWithdrawn: true } as const;
  for await (const event of eventsIn(store, timeline, asked)) {
    if (events.length === mostEvents) return { events, isCut: true };
    events.push(event);
  }
  return { events, isCut: false };
}

type Parts = ReadonlyMap<string, number>;

const tempoFact = ({ event, sign, from, to }: Contribution, parts: Parts) => {
  const part = parts.get(event);
  return { id: event, sign, from, to, ...(part !== undefined && { part }) };
};

const toneFact = ({ event, from, score, weight }: Contribution, parts: Parts): ToneFact => ({
  id: event,
  day: from,
  score: score / 10,
  weight: (weight / wholeWeight) * (parts.get(event) ?? 1),
});

/** Returns the first day on which the earliest event that was not withdrawn may have happened. */
function firstDay(events: readonly ListedEvent[]): string | undefined {
  const days = events.flatMap(({ occurred, withdrawn }) =>
    withdrawn === undefined ? (occurredRange(occurred).from ?? []) : [],
  );
  return days.reduce<string | undefined>((first, day) => (first === undefined || day < first ? day : first), undefined);
}
