import type { CorrectedEvent } from '#shared/domain/corrections/corrected-event.ts';
import type { ScoredFacts } from './scored-facts.ts';
import type { Scoring } from './scoring.ts';

/** An event in the tree of a visit, its meetings and their declarations. */
export interface TreeNode {
  readonly id: string;
  /** The event that it belongs to, recorded or not. */
  readonly parent?: string;
  /** What it counts for; null: it is not scored, and may still hold others together. */
  readonly facts: ScoredFacts | null;
}

/** Returns the node of an event in its tree. A merged event belongs to its target, with all that belongs to it. */
export function treeNode(scoring: Scoring, event: CorrectedEvent): TreeNode {
  const { id, partOf, withdrawn } = event;
  const parent = withdrawn?.reason === 'merged' ? withdrawn.into : partOf;
  return { id, ...(parent !== undefined && parent !== id && { parent }), facts: scoring.factsOf(event) ?? null };
}

/** The node of an event that belongs to no other and is not scored. */
export const isBare = ({ parent, facts }: TreeNode): boolean => parent === undefined && facts === null;

/** Returns the id of an event's tree: the last one on the way from part to whole; of a cycle, the smallest. */
export async function rootOf(id: string, nodeOf: (id: string) => Promise<TreeNode | undefined>): Promise<string> {
  const way = [id];
  for (let last = id; ;) {
    const parent = (await nodeOf(last))?.parent;
    if (parent === undefined) return last;
    if (way.includes(parent)) return way.slice(way.indexOf(parent)).reduce((a, b) => (a < b ? a : b));
    way.push(parent);
    last = parent;
  }
}
