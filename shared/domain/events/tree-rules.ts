import { RuleViolated } from '#shared/domain/streams/decider.ts';

/** At most so many events are part of one, directly or by way of others. */
export const maxParts = 1000;

/** At most so many levels has a tree of events; the event that is part of none is the first. */
export const maxDepth = 10;

/**
 * The events above a part, from the one that it becomes part of to the one at the top. Throws RuleViolated where the
 * part is among them, or is further down than `maxDepth`.
 */
export function requireTree(part: string, whole: string, partOf: (id: string) => string | undefined): string[] {
  const above: string[] = [];
  for (let id: string | undefined = whole; id !== undefined; id = partOf(id)) {
    if (id === part) {
      const way = above.length === 0 ? '' : `, by way of ${above.join(', ')}`;
      throw new RuleViolated('part-of-itself', `${part} would be part of itself${way}`);
    }
    above.push(id);
    if (above.length >= maxDepth) {
      throw new RuleViolated(
        'tree-too-deep',
        `${part} would be at level ${above.length + 1} or further down: at most ${maxDepth} levels of parts are recorded`,
      );
    }
  }
  return above;
}

/** Refuses more parts of an event than are recorded; throws RuleViolated. */
export function requireFewEnoughParts(top: string, parts: number): void {
  if (parts <= maxParts) return;
  throw new RuleViolated('too-many-parts', `${top} would have ${parts} parts: at most ${maxParts} are recorded`);
}
