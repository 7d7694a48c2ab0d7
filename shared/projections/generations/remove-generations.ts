import type { Checkpoints } from '#shared/feed/consumers/checkpoints.ts';
import type { GenerationRegistry } from './generation-registry.ts';
import { type Decisions, type Dropping, noneDecided } from './generations.ts';
import { decide } from './manage-generations.ts';
import type { RowKey } from '#shared/projections/engine/projection.ts';

/** A scan over all rows of all read models, in no order, for those of one generation. */
export interface RowWalk {
  /** Returns the rows of one page whose partition has a prefix, and the cursor of the next page; absent at the end. */
  page(prefix: string, after?: string): Promise<{ readonly rows: readonly RowKey[]; readonly next?: string }>;
  remove(rows: readonly RowKey[]): Promise<void>;
}

export interface RemovingPorts {
  readonly registry: GenerationRegistry;
  readonly checkpoints: Pick<Checkpoints, 'remove'>;
  readonly rows: RowWalk;
  readonly now?: () => Date;
}

/** Milliseconds after which no invocation that still took a dropped generation for a live one runs. */
const graceMs = 120_000;

/**
 * Removes the rows of dropped generations while time allows. The next call continues where this one stopped; a repeated
 * call is harmless.
 */
export async function removeGenerations(ports: RemovingPorts, hasTime: () => boolean): Promise<void> {
  const { registry, now = () => new Date() } = ports;
  const { projections } = await registry.read();
  for (const [name, { dropping }] of Object.entries(projections)) {
    for (const one of dropping) {
      if (now().getTime() - Date.parse(one.since) >= graceMs) await removeGeneration(ports, name, one, hasTime);
    }
  }
}

async function removeGeneration(
  { registry, checkpoints, rows }: RemovingPorts,
  name: string,
  { generation, since, after }: Dropping,
  hasTime: () => boolean,
): Promise<void> {
  let at = after;
  while (hasTime()) {
    const page = await rows.page(`${generation}/`, at);
    await rows.remove(page.rows);
    at = page.next;
    if (at !== undefined) continue;
    await checkpoints.remove(generation);
    return note(registry, name, generation);
  }
  if (at !== undefined) await note(registry, name, generation, { generation, since, after: at });
}

/** Saves the cursor of the scan for the next call; or, without one, that the generation is removed. */
async function note(registry: GenerationRegistry, name: string, generation: string, walk?: Dropping): Promise<void> {
  for (;;) {
    const decisions = await registry.read();
    const { dropping, dropped } = decisions.projections[name] ?? noneDecided;
    const others = dropping.filter((other) => other.generation !== generation);
    if (others.length === dropping.length) return;
    const next =
      walk === undefined ? { dropping: others, dropped: [...dropped, generation] } : { dropping: [...others, walk] };
    if (await decide(registry, walk === undefined ? without(decisions, generation) : decisions, name, next)) return;
  }
}

/** Returns the decisions without the quarantined positions of a generation. */
function without(decisions: Decisions, generation: string): Decisions {
  const { [generation]: _, ...setAside } = decisions.setAside ?? {};
  return { ...decisions, setAside };
}
