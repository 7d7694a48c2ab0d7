import type { Checkpoints } from '#shared/feed/checkpoints.ts';
import type { GenerationRegistry } from './generation-registry.ts';
import { type Decisions, type Dropping, noneDecided } from './generations.ts';
import { decide } from './manage-generations.ts';
import type { RowKey } from '#shared/projections/engine/projection.ts';

/** A walk over all rows of all read models, in no order, to find those of one build. */
export interface RowWalk {
  /** The rows of one page whose partition begins so, and where the next page starts; absent at the end. */
  page(prefix: string, after?: string): Promise<{ readonly rows: readonly RowKey[]; readonly next?: string }>;
  remove(rows: readonly RowKey[]): Promise<void>;
}

export interface RemovingPorts {
  readonly registry: GenerationRegistry;
  readonly checkpoints: Pick<Checkpoints, 'remove'>;
  readonly rows: RowWalk;
  readonly now?: () => Date;
}

/** Milliseconds after which nobody reads or writes a dropped build any more: every invocation that took it for a living one has ended. */
const graceMs = 120_000;

/**
 * Removes the builds that are to be dropped as far as time allows; the next call goes on where this one stopped, and a repeated one does no
 * harm.
 */
export async function removeGenerations(ports: RemovingPorts, hasTime: () => boolean): Promise<void> {
  const { registry, now = () => new Date() } = ports;
  const { projections } = await registry.read();
  for (const [name, { dropping }] of Object.entries(projections)) {
    for (const one of dropping) {
      if (now().getTime() - Date.parse(one.since) >= graceMs) await removeBuild(ports, name, one, hasTime);
    }
  }
}

async function removeBuild(
  { registry, checkpoints, rows }: RemovingPorts,
  name: string,
  { build, since, after }: Dropping,
  hasTime: () => boolean,
): Promise<void> {
  let at = after;
  while (hasTime()) {
    const page = await rows.page(`${build}/`, at);
    await rows.remove(page.rows);
    at = page.next;
    if (at !== undefined) continue;
    await checkpoints.remove(build);
    return note(registry, name, build);
  }
  if (at !== undefined) await note(registry, name, build, { build, since, after: at });
}

/** Keeps where the walk over the rows is, for the next call; or, without it, that the build is gone. */
async function note(registry: GenerationRegistry, name: string, build: string, walk?: Dropping): Promise<void> {
  for (;;) {
    const decisions = await registry.read();
    const { dropping, dropped } = decisions.projections[name] ?? noneDecided;
    const others = dropping.filter((other) => other.build !== build);
    if (others.length === dropping.length) return;
    const next =
      walk === undefined ? { dropping: others, dropped: [...dropped, build] } : { dropping: [...others, walk] };
    if (await decide(registry, walk === undefined ? without(decisions, build) : decisions, name, next)) return;
  }
}

/** The decisions without the positions that a generation went without. */
function without(decisions: Decisions, generation: string): Decisions {
  const { [generation]: _, ...setAside } = decisions.setAside ?? {};
  return { ...decisions, setAside };
}
