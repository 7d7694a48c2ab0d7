import type { GenerationRegistry } from './generation-registry.ts';
import { type Decisions, maxSetAside } from './generations.ts';

/**
 * Records that generations lack the event at a position; the same position counts once. Returns the resulting
 * decisions.
 */
export async function noteSetAside(
  registry: GenerationRegistry,
  generations: readonly string[],
  position: number,
): Promise<Decisions> {
  for (;;) {
    const decisions = await registry.read();
    const { setAside = {} } = decisions;
    const lacking = generations.filter((id) => {
      const positions = setAside[id] ?? [];
      return positions.length < maxSetAside && !positions.includes(position);
    });
    if (lacking.length === 0) return decisions;
    const noted = lacking.map((id) => [id, [...(setAside[id] ?? []), position]] as const);
    const next = { ...decisions, setAside: { ...setAside, ...Object.fromEntries(noted) } };
    if (await registry.replace(decisions, next)) return { ...next, revision: decisions.revision + 1 };
  }
}
