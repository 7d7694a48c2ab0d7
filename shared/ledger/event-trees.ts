import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { eventId } from '#shared/domain/events/event-address.ts';
import type { NewEvent } from '#shared/domain/events/new-event.ts';
import { maxDepth } from '#shared/domain/events/tree-rules.ts';
import { type Decision, eventKey } from './decisions.ts';
import { addressOf } from './event-cases.ts';
import type { DecisionReader } from './ledger.ts';

/** The recorded trees that new events join. */
export interface Trees {
  /** The parent of each event; none for the top of a tree. */
  readonly parents: ReadonlyMap<string, Parent>;
  /** How many parts an event at the top has. */
  readonly counts: ReadonlyMap<string, Count>;
}

export interface Parent {
  readonly partOf: string;
  readonly revision: number;
}

export interface Count {
  readonly parts: number;
  readonly revision: number;
}

export const noTrees: Trees = { parents: new Map(), counts: new Map() };

/** Returns the parent and the part that an event at an address connects; `undefined` when it connects none. */
export function becomesPart(
  event: NewEvent,
  id: string,
): { readonly part: string; readonly whole: string } | undefined {
  if (!isCorrection(event)) return event.partOf === undefined ? undefined : { part: id, whole: event.partOf };
  const whole = event.type === 'EventCorrected' ? event.changes.partOf : undefined;
  return whole === undefined ? undefined : { part: event.of, whole };
}

/**
 * Reads, for events that are to be parts of others, upward from those, level by level, to the top of each tree, and how
 * many parts there are: at most `maxDepth` calls for all of them together, and none where no event is part of another.
 */
export async function loadTrees(
  ledger: DecisionReader,
  stream: string,
  first: number,
  events: readonly NewEvent[],
): Promise<Trees> {
  const edges = events.flatMap((event, index) => becomesPart(event, eventId(stream, first + index)) ?? []);
  if (edges.length === 0) return noTrees;
  const corrected = new Set(events.filter(isCorrection).map(({ of }) => of));
  const parents = new Map<string, Parent>();
  const seen = new Set(edges.map(({ part }) => part));
  let level = [...new Set([...edges.map(({ whole }) => whole), ...[...seen].filter((id) => corrected.has(id))])];
  for (let depth = 1; depth < maxDepth && level.length > 0; depth += 1) {
    for (const id of level) seen.add(id);
    const found = await decisionsOf(ledger, 'part', level);
    for (const [id, { data, revision }] of found) parents.set(id, { partOf: JSON.parse(data), revision });
    level = [...new Set(found.flatMap(([id]) => parents.get(id)?.partOf ?? []))].filter((id) => !seen.has(id));
  }
  const tops = [...seen].filter((id) => !parents.has(id));
  const counts = await decisionsOf(ledger, 'parts', tops);
  return {
    parents,
    counts: new Map(counts.map(([id, { data, revision }]) => [id, { parts: JSON.parse(data), revision }])),
  };
}

async function decisionsOf(
  ledger: DecisionReader,
  what: 'part' | 'parts',
  ids: readonly string[],
): Promise<(readonly [id: string, Decision])[]> {
  const keyOf = (id: string) => eventKey(what, addressOf(id));
  const decisions = await ledger.decisions(ids.map(keyOf));
  return ids.flatMap((id) => {
    const decision = decisions.get(keyOf(id));
    return decision === undefined ? [] : [[id, decision] as const];
  });
}
