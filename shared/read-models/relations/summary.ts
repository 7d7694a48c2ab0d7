import type { QuadClass } from '#shared/domain/scoring/quad-class.ts';
import type { Contact } from '#shared/domain/events/contact.ts';
import { totalOf } from '#shared/domain/scoring/counts.ts';
import { quadCounts } from '#shared/domain/scoring/quad-counts.ts';
import { horizonOf, indexAt, type RelationIndex } from '#shared/domain/scoring/relation-index.ts';
import type { Scoring } from '#shared/domain/scoring/scoring.ts';
import type { Scale } from '#shared/domain/scoring/score.ts';
import type { Agreement } from '#shared/domain/lifecycles/agreement.ts';
import { agreementsInForce } from '#shared/read-models/agreements/query.ts';
import { measurePartitions, measuresBetween, sanctionsInForce } from '#shared/read-models/sanctions/query.ts';
import { findRepresentation, representationPartitions } from '#shared/read-models/representation/query.ts';
import type { Measure } from '#shared/domain/lifecycles/measure.ts';
import type { Mission } from '#shared/domain/lifecycles/mission.ts';
import type { Relations } from '#shared/domain/lifecycles/representation.ts';
import { highLevelPartitions, lastHighLevelVisit, newestContacts } from '#shared/read-models/contacts/query.ts';
import { type YearCount, yearCounts } from '#shared/read-models/parties/profile.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { withWhole } from '#shared/projections/engine/with-whole.ts';
import { distinct } from '#shared/domain/streams/lifecycle-event.ts';
import { splitPair } from '#shared/domain/parties/dyad.ts';
import { lifecyclesTogether } from '#shared/read-models/lifecycles/lifecycle-page.ts';
import { streamsOfBoth, streamsPartition } from '#shared/read-models/lifecycles/party-streams.ts';
import { lifecyclePartitions } from '#shared/read-models/lifecycles/projection.ts';
import { multilateralDays } from '#shared/read-models/scores/multilateral-days.ts';
import { daysPartition, type RelationSums, relationSums } from '#shared/read-models/scores/query.ts';
import { heldAtEnd, type ShortEvent } from '#shared/read-models/events/short-event.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';

export interface SummaryAsked {
  readonly dyad: string;
  readonly scale: Scale;
  /** The day (`YYYY-MM-DD`) on which it is asked how things stand. */
  readonly on: string;
  readonly asOf?: string | undefined;
  readonly scoring: Scoring;
}

/** A contact in a few words. */
export type ShortContact = Pick<Contact, 'id' | 'kind' | 'occurred' | 'from' | 'to' | 'level'>;

/** The state of a relation. */
export interface RelationSummary {
  readonly lastEvent: ShortEvent | null;
  readonly lastContact: ShortContact | null;
  /** Of a minister or above, as far as levels were recorded. */
  readonly lastHighLevelVisit: ShortContact | null;
  readonly index: RelationIndex;
  /** Whether the index leaves older multilateral events out. */
  readonly isCut: boolean;
  /** How many events were held; and how many planned, supposed or denied. */
  readonly n: number;
  readonly unheld: number;
  readonly quadClasses: Readonly<Record<QuadClass, number>>;
  /** In force between the two, or presumed to be. */
  readonly agreements: readonly Pick<Agreement, 'id' | 'title' | 'status' | 'certain' | 'enteredIntoForce'>[];
  readonly relations: Pick<Relations, 'status' | 'since'>;
  /** The mission of each in the other, in the order of the dyad. */
  readonly missions: readonly Pick<
    Mission,
    'sender' | 'receiver' | 'status' | 'certain' | 'since' | 'rank' | 'post' | 'nonResident'
  >[];
  /** That one of the two has in force on the other. */
  readonly sanctions: readonly (Pick<Measure, 'id' | 'imposedBy' | 'imposedOn' | 'certain' | 'since' | 'summary'> & {
    /** The organisations through which it is; none: one of the two imposes it itself. */
    readonly through: readonly string[];
  })[];
  readonly years: readonly YearCount[];
}

/**
 * Reads the state of a relation: its last event and contacts from the ends of lists, its multilateral events, and what
 * is read whole in two calls: first its days, the representation and the names of agreements and measures, then the
 * lifecycles of these, and visits of ministers where none is among the newest contacts.
 */
export async function relationSummary(store: RowReader, asked: SummaryAsked): Promise<RelationSummary> {
  const { dyad, asOf, on } = asked;
  const days = { ...asked, from: horizonOf(on), to: on };
  const [lastEvent, newest, partitions, shares] = await Promise.all([
    heldAtEnd(store, timeline, { subject: dyad, asOf, order: 'newest' }),
    newestContacts(store, dyad, asOf),
    withPartitions(store, asked),
    multilateralDays(store, days),
  ]);
  const { contact, hasOlder } = newest;
  const held = await withLifecycles(partitions, asked, hasOlder ? highLevelPartitions(dyad, asOf) : []);
  const [sums, agreements, representation, sanctions, visit = newest.highLevelVisit] = await Promise.all([
    sumsOf(relationSums(held, days, shares), on),
    agreementsInForce(held, asked),
    findRepresentation(held, asked),
    sanctionsInForce(held, asked),
    hasOlder ? lastHighLevelVisit(held, dyad, asOf) : undefined,
  ]);
  const { years, ...status } = sums;
  const { n = 0, unheld = 0, ...counts } = totalOf(years);
  return {
    lastEvent,
    lastContact: contact === undefined ? null : shortContact(contact),
    lastHighLevelVisit: visit === undefined ? null : shortContact(visit),
    ...status,
    n,
    unheld,
    quadClasses: quadCounts(counts),
    years: yearCounts(years),
    agreements: agreements.map(shortAgreement),
    relations: { status: representation.relations.status, since: representation.relations.since },
    missions: representation.missions.map(shortMission),
    sanctions: sanctions.map(shortSanction),
  };
}

/** Takes what a summary reads whole first. */
async function withPartitions(store: RowReader, { dyad, asOf }: SummaryAsked): Promise<RowReader> {
  const pair = pairOf(dyad);
  return withWhole(store, [
    ...representationPartitions(pair, asOf),
    ...pair.map((party) => streamsPartition('agreement', party)),
    ...measurePartitions(pair, asOf),
    ...(asOf === undefined ? [daysPartition(dyad)] : []),
  ]);
}

/** Takes the lifecycles of a relation; more of them than one call gives are read by those who list them. */
async function withLifecycles(
  held: RowReader,
  { dyad, on, asOf }: SummaryAsked,
  others: readonly string[],
): Promise<RowReader> {
  const pair = pairOf(dyad);
  const named = await Promise.all([
    Array.fromAsync(streamsOfBoth(held, 'agreement', pair)),
    measuresBetween(held, pair, { on, asOf }).then(({ streams }) => streams),
  ]);
  const streams = named.flat().slice(0, lifecyclesTogether - others.length);
  return withWhole(held, [...streams.flatMap((stream) => lifecyclePartitions(stream, asOf)), ...others]);
}

function pairOf(dyad: string): readonly [string, string] {
  const pair = splitPair(dyad);
  if (pair === undefined) throw new Error(`${dyad} is not a dyad`);
  return pair;
}

const shortAgreement = ({ id, title, status, certain, enteredIntoForce }: Agreement) => ({
  id,
  title,
  status,
  certain,
  enteredIntoForce,
});

export const shortMission = ({ sender, receiver, status, certain, since, rank, post, nonResident }: Mission) => ({
  sender,
  receiver,
  status,
  certain,
  since,
  rank,
  post,
  nonResident,
});

const shortSanction = ({ id, imposedBy, imposedOn, impositions, certain, since, summary }: Measure) => {
  const inForce = impositions.filter(({ status }) => status === 'in-force');
  const through = distinct(inForce.map((imposition) => imposition.through)).filter((one) => one !== null);
  const itself = inForce.some((imposition) => imposition.through === null);
  return { id, imposedBy, imposedOn, through: itself ? [] : through, certain, since, summary };
};

export const shortContact = ({ id, kind, occurred, from, to, level }: Contact): ShortContact => ({
  id,
  kind,
  occurred,
  from,
  to,
  ...(level !== undefined && { level }),
});

/** The index of the relation on the day, and its counts by year. */
async function sumsOf(sums: Promise<RelationSums>, on: string) {
  const { days, isCut, years } = await sums;
  return { index: indexAt(days, on), isCut, years };
}
