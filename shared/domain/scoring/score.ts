import { eventType } from '#shared/domain/events/event-types.ts';
import { goldsteinOf } from './goldstein.ts';

/** The named scales of scores; a change of figures is a new version. */
export const scales = { goldstein: { version: 1 }, plover: { version: 1 } } as const;
export type Scale = keyof typeof scales;

/**
 * Returns the score of an event on a scale: Goldstein's by its code, PLOVER's by its type; null where the scale has
 * none.
 */
export function scoreOf(event: { type: string; cameo?: string | undefined }, scale: Scale): number | null {
  const defaults = eventType(event.type);
  if (scale === 'plover') return defaults?.plover?.score ?? null;
  const cameo = event.cameo ?? defaults?.cameo;
  return cameo === undefined ? null : goldsteinOf(cameo);
}
