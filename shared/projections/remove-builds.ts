import type { Checkpoints } from '../feed/checkpoints.ts';
import type { BuildRegistry } from './build-registry.ts';
import { type Dropping, noneDecided } from './builds.ts';
import { decide } from './manage-builds.ts';
import type { RowKey } from './projection.ts';

/** A walk over all rows of all read models, in no order, to find those of one build. */
export interface RowWalk {
  /** The rows of one page whose partition begins so, and where the next page starts; absent at the end. */
  page(prefix: string, after?: string): Promise<{ readonly rows: readonly RowKey[]; readonly next?: string }>;
  remove(rows: readonly RowKey[]): Promise<void>;
}

export interface RemovingPorts {
  readonly registry: BuildRegistry;
  readonly checkpoints: Pick<Checkpoints, 'remove'>;
  readonly rows: RowWalk;
}

/**
 * Removes the builds that are to be dropped as far as time allows; the next call goes on where this one stopped, and a repeated one does no
 * harm. A build is gone when a whole walk has met none of its rows: somebody may still have been writing them.
 */
export async function removeBuilds(ports: RemovingPorts, hasTime: () => boolean): Promise<void> {
  const { projections } = await ports.registry.read();
  for (const [name, { dropping }] of Object.entries(projections)) {
    for (const one of dropping) await removeBuild(ports, name, one, hasTime);
  }
}

async function removeBuild(
  { registry, checkpoints, rows }: RemovingPorts,
  name: string,
  { build, after, met }: Dropping,
  hasTime: () => boolean,
): Promise<void> {
  let at = after;
  let some = met;
  while (hasTime()) {
    const page = await rows.page(`${build}/`, at);
    await rows.remove(page.rows);
    some ||= page.rows.length > 0;
    at = page.next;
    if (at !== undefined) continue;
    if (some) return note(registry, name, { build, met: false });
    await checkpoints.remove(build);
    return note(registry, name, { build, met: false }, 'gone');
  }
  return note(registry, name, { build, met: some, ...(at !== undefined && { after: at }) });
}

/** Keeps where the walk is, for the next call; or that the build is gone. */
async function note(registry: BuildRegistry, name: string, walk: Dropping, gone?: 'gone'): Promise<void> {
  for (;;) {
    const decisions = await registry.read();
    const { dropping, dropped } = decisions.projections[name] ?? noneDecided;
    if (!dropping.some(({ build }) => build === walk.build)) return;
    const others = dropping.filter(({ build }) => build !== walk.build);
    const next =
      gone === undefined ? { dropping: [...others, walk] } : { dropping: others, dropped: [...dropped, walk.build] };
    if (await decide(registry, decisions, name, next)) return;
  }
}
