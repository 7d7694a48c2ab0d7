import { dyadOf } from '#shared/domain/parties/dyad.ts';
import { eventTypes } from '#shared/domain/events/event-types.ts';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import type { Filter } from '#shared/subscriptions/filter/filter.ts';
import { type Block, eventsAfter, type PositionedEvent } from '#shared/feed/blocks/block.ts';
import { sequence } from '#shared/feed/sequencer/sequence.ts';
import { eventId } from '#shared/domain/events/event-address.ts';
import { oncePer } from '#shared/domain/once-per.ts';
import { viewsFrom, wanted } from '#shared/subscriptions/filter/matching.ts';
import { allBlocks } from '#shared/verification/stored-record.ts';
import { appending } from './appending.ts';
import type { inMemoryStores } from './in-memory-stores.ts';

const parties = ['BGD', 'CHN', 'IND', 'MMR', 'NPL', 'PAK', 'USA', 'x-un'];
const types = ['MeetingHeld', 'CallHeld', 'TalksHeld', 'ThreatIssued', 'AidProvided', 'ForceDemonstrated'] as const;
const topics = ['defence-ties', 'water', 'trade', 'border', 'visas'];
const modalities = ['held', 'planned', 'hypothetical', 'denied'] as const;
const quadClasses = ['verbal-cooperation', 'material-cooperation', 'verbal-conflict', 'material-conflict'] as const;

/** Chooses by chance. */
export const choosing = (random: () => number) => {
  const one = <Value>(values: readonly [Value, ...Value[]] | readonly Value[]): Value => {
    const value = values[Math.floor(random() * values.length)];
    if (value === undefined) throw new Error('There is nothing to choose from');
    return value;
  };
  const some = <Value>(values: readonly Value[], atMost: number): Value[] => [
    ...new Set(Array.from({ length: 1 + Math.floor(random() * atMost) }, () => one(values))),
  ];
  return { one, some, maybe: (chance: number) => random() < chance };
};

/** A filter with one part or several, as a subscriber might say it. */
export function anyFilter(random: () => number): Filter {
  const { one, some, maybe } = choosing(random);
  const pair = (): string => {
    const [a, b = a === 'BGD' ? 'PAK' : 'BGD'] = some(parties, 2);
    return dyadOf(a ?? 'BGD', b);
  };
  return {
    ...(maybe(0.3) && { types: some([...types, 'EventRetracted', 'EventCorrected'] as const, 3) }),
    ...(maybe(0.4) && { parties: maybe(0.5) ? { any: some(parties, 3) } : { all: some(parties, 2) } }),
    ...(maybe(0.2) && { dyads: [pair()] }),
    ...(maybe(0.2) && { topics: some(topics, 2) }),
    ...(maybe(0.2) && { quadClasses: some(quadClasses, 2) }),
    ...(maybe(0.2) && { modality: some(modalities, 2) }),
    ...(maybe(0.2) && { minCredibility: one([1, 2, 3, 4, 5]) }),
  };
}

/** Records events of all kinds, corrections among them, and gives them their positions. */
export function diplomaticDay(stores: ReturnType<typeof inMemoryStores>, random: () => number) {
  const { one, some, maybe } = choosing(random);
  const earlier: { stream: string; version: number }[] = [];
  const append = appending(stores.ledger);

  const event = () => {
    const [a = 'BGD', b = a === 'BGD' ? 'PAK' : 'BGD', ...more] = some(parties, 3);
    const type = one(types);
    const posted = NewEvent.parse({
      type,
      occurred: '2025-01-14',
      participants: inRoles(type, [a, b, ...more]),
      ...(maybe(0.5) && { topics: some(topics, 2) }),
      ...(maybe(0.2) && { bearsOn: ['BGD-PAK'] }),
      modality: one(modalities),
      ...(maybe(0.5) && { evidence: { reliability: 'B', credibility: one([1, 2, 3, 4, 5, 6]) } }),
    });
    return { stream: `relation/${dyadOf(a, b)}`, posted };
  };
  const correction = () => {
    const corrected = one(earlier);
    const { stream, version } = corrected;
    const of = eventId(stream, version);
    const retraction = { type: 'EventRetracted', of, reason: 'false' };
    const posted = one([
      retraction,
      { type: 'EventConfirmed', of },
      { type: 'EventCorrected', of, changes: { topics: some(topics, 2) } },
      { type: 'CredibilityAssessed', of, evidence: { reliability: 'A', credibility: 1 } },
    ]);
    if (posted === retraction) earlier.splice(earlier.indexOf(corrected), 1);
    return { stream, posted: NewEvent.parse(posted) };
  };

  return async (events: number): Promise<void> => {
    const streams = new Map<string, NewEvent[]>();
    for (let count = 0; count < events; count += 1) {
      const corrects = earlier.length > 0 && maybe(0.1);
      const { stream, posted } = corrects ? correction() : event();
      streams.set(stream, [...(streams.get(stream) ?? []), posted]);
    }
    for (const [stream, posted] of streams) {
      for (let from = 0; from < posted.length; from += 10) {
        const batch = posted.slice(from, from + 10);
        const { version } = await append({ stream, events: batch });
        const first = version - batch.length + 1;
        for (const [index, { type }] of batch.entries())
          if ((types as readonly string[]).includes(type)) earlier.push({ stream, version: first + index });
      }
    }
    const { commits } = await stores.walk.page();
    await sequence(
      stores,
      commits.toSorted((a, b) => a.version - b.version),
    );
  };
}

const eventsOf = oncePer((block: Block) => eventsAfter(0, block));

/** The whole feed; the same objects each time. */
export const everything = async (stores: ReturnType<typeof inMemoryStores>): Promise<PositionedEvent[]> =>
  (await Array.fromAsync(allBlocks(stores.feed))).flatMap(eventsOf);

/** Tells the positions that a filter wants of the feed after a position; each event is viewed once for all filters. */
export function wantedIn(stores: ReturnType<typeof inMemoryStores>) {
  const views = oncePer(viewsFrom(stores.ledger));
  return async (filter: Filter, after = 0): Promise<number[]> => {
    const later = (await everything(stores)).filter(({ position }) => position > after);
    return (await wanted(filter, views, later)).map(({ position }) => position);
  };
}

/**
 * Parties in the roles that a type asks for: the first two in those that it needs, if any, the others in one that it
 * allows.
 */
function inRoles(type: (typeof types)[number], named: readonly string[]) {
  const { needs, allows } = eventTypes[type].participation;
  return named.map((party, index) => ({ party, role: needs[index] ?? allows[0] }));
}
