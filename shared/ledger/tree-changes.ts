import type { NewEvent } from '#shared/domain/events/new-event.ts';
import { requireFewEnoughParts, requireTree } from '#shared/domain/events/tree-rules.ts';
import { type DecisionChange, eventKey } from './decisions.ts';
import { addressOf } from './event-cases.ts';
import { becomesPart, type Trees } from './event-trees.ts';

/** The trees of events while a commit adds parts to them. */
export interface GrowingTrees {
  /** Takes an event up at its address; throws RuleViolated. */
  take(event: NewEvent, id: string): void;
  changes(): DecisionChange[];
}

/**
 * Lets trees grow. What hangs below an event that becomes part of another comes along, and is counted where the event
 * was at the top; where it was a part already, only itself is. The top of a tree must still be its top when the change
 * is written.
 */
export function growing({ parents, counts }: Trees): GrowingTrees {
  const partOf = new Map([...parents].map(([id, parent]) => [id, parent.partOf]));
  const parts = new Map([...counts].map(([id, count]) => [id, count.parts]));
  const moved = new Set<string>();
  const tops = new Set<string>();
  const counted = new Set<string>();
  const joined = new Set<string>();

  const topOf = (id: string, whole: string): string =>
    requireTree(id, whole, (some) => partOf.get(some)).at(-1) ?? whole;
  const count = (top: string, more: number): void => {
    const sum = Math.max((parts.get(top) ?? 0) + more, 0);
    requireFewEnoughParts(top, sum);
    parts.set(top, sum);
    counted.add(top);
  };

  const take = (event: NewEvent, id: string): void => {
    const { part, whole } = becomesPart(event, id) ?? {};
    if (part === undefined || whole === undefined || partOf.get(part) === whole) return;
    const top = topOf(part, whole);
    const former = partOf.get(part);
    if (former === undefined) {
      const below = parts.get(part) ?? 0;
      if (below > 0) joined.add(part);
      count(top, below + 1);
    } else {
      const formerTop = topOf(part, former);
      if (formerTop !== top) {
        count(formerTop, -1);
        count(top, 1);
      }
    }
    partOf.set(part, whole);
    moved.add(part);
    tops.add(top);
  };

  const changes = (): DecisionChange[] => {
    const put = (key: string, revision: number, content: unknown): DecisionChange => ({
      key,
      expected: revision,
      next: { revision: revision + 1, data: JSON.stringify(content) },
    });
    const partKey = (id: string) => eventKey('part', addressOf(id));
    const partsKey = (id: string) => eventKey('parts', addressOf(id));
    return [
      ...[...moved].map((id) => put(partKey(id), parents.get(id)?.revision ?? 0, partOf.get(id))),
      ...[...tops].filter((id) => !moved.has(id)).map((id) => ({ key: partKey(id), expected: 0 })),
      ...[...counted].map((id) => put(partsKey(id), counts.get(id)?.revision ?? 0, parts.get(id))),
      ...[...joined]
        .filter((id) => !counted.has(id))
        .map((id) => ({ key: partsKey(id), expected: counts.get(id)?.revision ?? 0 })),
    ];
  };
  return { take, changes };
}
