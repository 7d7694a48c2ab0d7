import * as fc from 'fast-check';
import { RuleViolated } from '#shared/domain/streams/decider.ts';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import type { PositionedEvent } from '#shared/feed/blocks/block.ts';
import { appender } from '#shared/ledger/append.ts';
import type { LedgerReader } from '#shared/ledger/ledger.ts';
import { eventsOf } from '#shared/ledger/stream-state.ts';
import { as } from './sample-event.ts';
import { inMemoryStores } from './in-memory-stores.ts';
import { recorder } from './recorder.ts';

/** What the ledger holds, and its events in the order of the feed. */
export interface History {
  readonly ledger: Pick<LedgerReader, 'commits'>;
  readonly events: readonly PositionedEvent[];
}

interface Step {
  readonly stream: string;
  /** The appending function's clock, in minutes: clocks differ, and streams are written by many. */
  readonly minute: number;
  /** An event, or what is said of the event that `of` picks among those recorded. */
  readonly fact: { readonly post: object; readonly of?: never } | { readonly post: object; readonly of: number };
  /** Picks the event that another is merged into, or told from. */
  readonly into: number;
}

/** An instant of a history: minute 0 is before, minute 30 after all that is recorded. */
export const instant = (minute: number): string => new Date(Date.UTC(2025, 0, 16, 9, minute)).toISOString();
export const arbitraryMinute = fc.integer({ min: 0, max: 30 });

export const dyads = ['BGD-PAK', 'BGD-IND', 'IND-PAK', 'BGD-CHN', 'CHN-PAK'];
const [both, withIndia] = [as('BGD:participant', 'PAK:participant'), as('BGD:participant', 'IND:participant')];
const three = as('BGD:participant', 'IND:participant', 'PAK:mediator');
const withChina = as('PAK:participant', 'CHN:participant');
/** A meeting at which a person of each side is named, in one of the ways that reports spell them. */
const people = (officer: string, general: string, id = 'person:bgd-kamr-ul-hassan') => ({
  participants: [
    { party: 'BGD', role: 'participant', person: { id, name: officer }, office: 'Principal Staff Officer' },
    { party: 'PAK', role: 'participant', person: { id: 'person:pak-asim-munir', name: general } },
  ],
});
export const spellings = ['S M Kamr-ul-Hassan', 'Lt Gen Qamarul Hasan', 'Asim Munir', 'Gen Syed Asim Munir'] as const;
const [officer, otherwise, general, inFull] = spellings;
const onVisit = as('BGD:visitor', 'PAK:host');

export const days = ['2024-12-31', '2025-01-01', '2025-01-14', '2025-01-15', '2025-02-20'];
const occurred = fc.constantFrom(...days, '2025-01~', '1971', '2024-08/..', '../2024', '2024-12-15/2025-01-14');
const modality = fc.constantFrom('held', 'hypothetical', 'planned');
const topics = fc.subarray(['trade', 'jf-17'], { minLength: 1 });
/** Events that fit into a row of a list, and events that do not. */
const summary = fc.constantFrom('In short', 'x'.repeat(900));
const report = fc.record({ publisher: fc.constantFrom('Dawn', 'BSS', 'The Daily Star') });

/** Visits and meetings that others may be part of, recorded before them, after them, or never. */
const partOf = fc.constantFrom('visit.dhaka.1', 'visit.dhaka.2', 'relation.BGD-PAK.1', 'relation.BGD-IND.1');
const evidence = fc.record({ credibility: fc.constantFrom(1, 2, 5) });

const inRelation = (participants: object, dyad: string) => ({
  stream: fc.constant(`relation/${dyad}`),
  post: fc.record(
    {
      type: fc.constantFrom('MeetingHeld', 'CallHeld', 'TalksHeld'),
      occurred,
      modality,
      topics,
      bearsOn: fc.constant([dyad, 'BGD-CHN']),
      partOf,
      evidence,
      summary,
    },
    { requiredKeys: ['type', 'occurred'] },
  ).map((post) => ({ ...participants, ...post })),
}); // prettier-ignore

const kinds = [
  inRelation(both, 'BGD-PAK'),
  inRelation(three, 'BGD-PAK'),
  inRelation(people(officer, general), 'BGD-PAK'),
  inRelation(people(otherwise, inFull), 'BGD-PAK'),
  inRelation(withIndia, 'BGD-IND'),
  {
    stream: fc.constant('visit/dhaka'),
    post: fc
      .record({ type: fc.constantFrom('VisitAnnounced', 'VisitConducted', 'VisitPostponed'), occurred, modality })
      .map((post) => ({ ...onVisit, ...post })),
  },
];

const changes = fc.oneof(
  fc.constantFrom(
    both,
    withIndia,
    three,
    withChina,
    people(otherwise, general),
    people(officer, inFull, 'person:bgd-other'),
  ),
  fc.record({ topics }),
  fc.record({ partOf }),
  fc.record({ bearsOn: fc.constantFrom(['BGD-CHN'], ['IND-PAK', 'BGD-PAK']) }),
  fc.record({ cameo: fc.constantFrom('042', '190'), summary: fc.constant('Corrected') }),
);
const correction: fc.Arbitrary<object> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant('EventDateRefined'), occurred }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('EventCorrected'), changes }) },
  fc.record({ type: fc.constant('EventRetracted'), reason: fc.constantFrom('duplicate', 'false', 'out-of-scope') }),
  fc.record({ type: fc.constant('EventsMerged') }),
  fc.record({ type: fc.constant('EventConfirmed') }),
  fc.record({ type: fc.constant('EventDenied'), by: fc.constantFrom('BGD', 'PAK') }),
  fc.record({ type: fc.constant('ReportAttached'), report }),
  fc.record({
    type: fc.constant('CredibilityAssessed'),
    evidence: fc.record({ reliability: fc.constantFrom('A', 'F'), credibility: fc.constantFrom(1, 6) }),
  }),
);

const times = { minute: fc.integer({ min: 1, max: 29 }), into: fc.nat() };
const step: fc.Arbitrary<Step> = fc.oneof(
  ...kinds.map(({ stream, post }) => fc.record({ ...times, stream, fact: fc.record({ post }) })),
  {
    weight: kinds.length * 2,
    arbitrary: fc.record({ ...times, stream: fc.constant(''), fact: fc.record({ post: correction, of: fc.nat() }) }),
  },
);

/** The steps of a history; `historyOf` records them. */
export const arbitrarySteps = fc.array(step, { minLength: 1, maxLength: 25, size: 'max' });
export const arbitraryLongSteps = fc.array(step, { minLength: 80, maxLength: 80 });

/** Days and dates of events that may be one. */
const alike = fc.constantFrom('2025-01-14', '2025-01-15', '2025-01-14/2025-01-16', '2025-01', '2024-12-31/2025-01-14');
const likeFields = {
  occurred: alike,
  place: fc.record({ city: fc.constantFrom('Dhaka', 'Lahore') }),
  partOf: fc.constantFrom('visit.dhaka.1', 'relation.BGD-PAK.1'),
  evidence,
};
const likePost = fc
  .record({ type: fc.constantFrom('MeetingHeld', 'MeetingHeld', 'CallHeld'), ...likeFields }, { requiredKeys: ['type', 'occurred'] })
  .chain((post) => fc.constantFrom(both, both, three).map((participants) => ({ ...participants, ...post }))); // prettier-ignore
const likeCorrection: fc.Arbitrary<object> = fc.oneof(
  fc.record({ type: fc.constant('EventDateRefined'), occurred: alike }),
  fc.record({
    type: fc.constant('EventCorrected'),
    changes: fc.oneof(fc.record({ place: likeFields.place }), fc.record({ partOf: likeFields.partOf })),
  }),
  fc.record({ type: fc.constant('EventRetracted'), reason: fc.constantFrom('duplicate', 'false') }),
  fc.record({ type: fc.constantFrom('EventsMerged', 'EventsDistinguished', 'EventConfirmed') }),
  fc.record({ type: fc.constant('CredibilityAssessed'), evidence: fc.record({ reliability: fc.constant('A'), credibility: fc.constantFrom(1, 6) }) }),
); // prettier-ignore

/** The steps of a history of two days on which much resembles what is there already. */
export const arbitraryAlikeSteps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ ...times, stream: fc.constantFrom('relation/BGD-PAK', 'visit/dhaka'), fact: fc.record({ post: likePost }) }) },
    { weight: 2, arbitrary: fc.record({ ...times, stream: fc.constant(''), fact: fc.record({ post: likeCorrection, of: fc.nat() }) }) },
  ),
  { minLength: 2, maxLength: 16 },
); // prettier-ignore

/** Records the steps one after the other as the service would; what its rules refuse is left out. */
export async function historyOf(steps: readonly Step[]): Promise<History> {
  const { ledger } = inMemoryStores();
  let minute = 0;
  const append = appender({ ledger, now: () => new Date(instant(minute)), newId: () => `commit-${minute}` });
  const events: PositionedEvent[] = [];
  for (const { stream, fact, into, ...at } of steps) {
    minute = at.minute;
    const facts = events.filter((event) => !('of' in event));
    const target = fact.of === undefined ? undefined : facts[fact.of % facts.length];
    if (fact.of !== undefined && target === undefined) continue;
    const other = facts[into % facts.length]?.id;
    const type = 'type' in fact.post ? fact.post.type : undefined;
    const about = target && {
      of: target.id,
      ...(type === 'EventsMerged' && { into: other }),
      ...(type === 'EventsDistinguished' && { from: [other] }),
    };
    const event = NewEvent.parse({ ...fact.post, ...about });
    const request = { stream: target?.stream ?? stream, expectedVersion: 'any', events: [event], recordedBy: recorder() } as const; // prettier-ignore
    try {
      await append(request);
    } catch (error) {
      if (error instanceof RuleViolated) continue;
      throw error;
    }
    const head = await ledger.head(request.stream);
    if (head !== undefined && !events.some(({ id }) => id === eventsOf(head)[0]?.id)) {
      events.push(...eventsOf(head).map((recorded) => ({ ...recorded, position: events.length + 1 })));
    }
  }
  return { ledger, events };
}
