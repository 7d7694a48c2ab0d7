import { systemTiming, type Timing } from '#shared/clock.ts';
import { type Announcing, announcing } from '#shared/domain/scoring/phases/announced.ts';
import { type PhaseChange, phasesNow } from '#shared/domain/scoring/phases/phase-change.ts';
import { scoringOf } from '#shared/domain/scoring/scoring.ts';
import type { PositionedEvent } from '#shared/feed/blocks/block.ts';
import type { FeedConsumer } from '#shared/feed/consumers/consume-feed.ts';
import type { LedgerReader } from '#shared/ledger/ledger.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';
import type { Serving } from '#shared/projections/generations/generation-registry.ts';
import { servedReadModels } from '#shared/projections/generations/served-read-models.ts';
import {
  type AnnouncedPhase,
  announcedOf,
  announcerName,
  type KnownAnnounced,
  logAnnounced,
  lookedAtOf,
  saveAnnounced,
  saveLookedAt,
} from '#shared/read-models/changes/announced-phases.ts';
import { dyadFacts, phaseSources } from '#shared/read-models/phases/dyad-facts.ts';
import { scores } from '#shared/read-models/scores/projection.ts';
import type { EventBus } from '#shared/subscriptions/event-bus/event-bus.ts';
import { sendAll } from '#shared/subscriptions/event-bus/publish.ts';
import { dyadsToLookAt } from './concerned.ts';
import { phaseEntry } from './phase-entry.ts';

export interface AnnouncerPorts {
  readonly bus: EventBus;
  readonly ledger: Pick<LedgerReader, 'commits'>;
  readonly readModels: ReadModels;
  readonly serving: Serving;
  readonly now: () => Date;
  readonly timing?: Omit<Timing, 'now'>;
  /** Events of timelines after which one invocation looks at no further dyad; absent: 20 000. */
  readonly mostRead?: number;
}

/** Dyads that are looked at before the checkpoint moves; a correction that moves an event may have twice as many. */
export const mostDyads = 28;

/**
 * The events after which an invocation looks at no further dyad, also within an event: of a dyad at most 10 000 are
 * read, at about a tenth of a read unit each, so that a minute reads less than 30 000, for some 4000 read units.
 */
const mostEventsRead = 20_000;

/**
 * Announces the changes of phase that new records make: adds them to the log, and puts them on the bus at least once.
 * It follows the projections that phases are computed from. Where an earlier run announced something of the slice, it
 * is announced again under the same id, and no other instead. What an invocation does not reach, the next goes on with,
 * within an event dyad by dyad: by then more of a busy dyad's events are in a slice, which looks at it once.
 */
export function phaseAnnouncer(ports: AnnouncerPorts): FeedConsumer {
  const { bus, ledger, readModels, serving, now, timing = systemTiming, mostRead = mostEventsRead } = ports;
  let read = 0;
  return {
    name: announcerName,
    isBudgetUsed: () => read >= mostRead,
    follows: [...new Set(phaseSources.map(({ name }) => serving.consumerOf(serving(name))))],
    handle: async (events) => {
      const since = events[0]?.position ?? 0;
      const { concerned, handled } = await concernedBy(events, async (event) => dyadsToLookAt(ledger, event, now()));
      if (concerned.size === 0) return handled;
      const dyads = [...concerned.keys()];
      const [known, before] = await Promise.all([announcedOf(readModels, dyads), lookedAtOf(readModels, since)]);
      let reached = handled;
      const phases: AnnouncedPhase[] = [];
      const done: string[] = [];
      for (const [dyad, { first, last: event }] of concerned) {
        if (event.position === since && before.includes(dyad)) continue;
        if (read >= mostRead) {
          reached = first;
          break;
        }
        if (first === 0) done.push(dyad);
        const looked = await announcedNow(ports, { dyad, event, since, known: known.get(dyad) });
        phases.push(...looked.phases);
        read += looked.read;
      }
      await logAnnounced(readModels, phases);
      await sendAll(bus, phases.toSorted((one, other) => one.position - other.position).map(phaseEntry), timing);
      if (reached === 0) await saveLookedAt(readModels, { position: since, dyads: [...before, ...done] });
      return reached;
    },
  };
}

/** Which events of a slice concern a dyad: the index of the first, and the last one. */
interface Concerning {
  readonly first: number;
  readonly last: PositionedEvent;
}

/** The dyads of the first events, with the events that concern each, and how many events those are. */
async function concernedBy(
  events: readonly PositionedEvent[],
  dyadsOf: (event: PositionedEvent) => Promise<readonly string[]>,
) {
  const concerned = new Map<string, Concerning>();
  for (const [index, event] of events.entries()) {
    const dyads = await dyadsOf(event);
    const more = dyads.filter((dyad) => !concerned.has(dyad)).length;
    if (index > 0 && more > 0 && concerned.size + more > mostDyads) return { concerned, handled: index };
    for (const dyad of dyads) concerned.set(dyad, { first: concerned.get(dyad)?.first ?? index, last: event });
  }
  return { concerned, handled: events.length };
}

interface Looked {
  readonly dyad: string;
  readonly event: PositionedEvent;
  /** The first position of the slice. */
  readonly since: number;
  readonly known: KnownAnnounced | undefined;
}

/**
 * Decides what is announced of a dyad, saves it, and returns it with what an earlier run saved of this slice, and how
 * many events were read.
 */
async function announcedNow(ports: AnnouncerPorts, looked: Looked) {
  const { readModels } = ports;
  const { dyad, event, since } = looked;
  const known = looked.known ?? { announced: {}, read: undefined };
  const { read, ...next } = await decided(ports, dyad, event, known.announced);
  const isChanged = JSON.stringify(next.announced) !== JSON.stringify(known.announced);
  const isSaved = !isChanged || (await saveAnnounced(readModels, dyad, { ...known, ...next }, event.position));
  // Another invocation decided at the same time: what it saved is announced.
  const saved = isSaved ? next : await announcedOf(readModels, [dyad]).then((rows) => rows.get(dyad));
  const all = Object.values(saved?.announced ?? {}).map(({ announcement }) => announcement);
  return { phases: all.filter(({ position }) => position >= since), read };
}

async function decided(
  { readModels, serving }: AnnouncerPorts,
  dyad: string,
  { position, recordedAt }: PositionedEvent,
  announced: KnownAnnounced['announced'],
): Promise<Announcing<AnnouncedPhase> & { readonly read: number }> {
  const store = servedReadModels(readModels, serving, position);
  const through = recordedAt.slice(0, 'YYYY-MM-DD'.length);
  const scoring = scoringOf(store.version(scores.name));
  const facts = await dyadFacts(store, { dyad, scale: 'goldstein', through, scoring });
  const next = announcing(announced, phasesNow(facts), through, (change: PhaseChange) => ({
    id: `${dyad}/${change.channel}/${change.month}`,
    dyad,
    position,
    announcedAt: recordedAt,
    ...change,
  }));
  return { ...next, read: facts.read };
}
