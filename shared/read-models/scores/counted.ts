import type { Contribution } from '#shared/domain/scoring/contributions.ts';
import type { Scale } from '#shared/domain/scoring/score.ts';

/** Where an event counts: in a dyad, on a scale. */
export type Where = `${string} ${Scale}`;

export const whereOf = ({ dyad, scale }: Pick<Contribution, 'dyad' | 'scale'>): Where => `${dyad} ${scale}`;

/** The scale on which an event counts. */
export const scaleIn = (where: Where): Scale => where.slice(where.indexOf(' ') + 1) as Scale;

/** What counts, event by event, while changes go on. */
export class Counted {
  readonly #events = new Map<string, Map<Where, Contribution>>();

  of(where: Where, event: string): Contribution | undefined {
    return this.#events.get(event)?.get(where);
  }

  /** Everything that an event counts. */
  all(event: string): Contribution[] {
    return [...(this.#events.get(event)?.values() ?? [])];
  }

  add(some: readonly Contribution[]): void {
    for (const one of some) {
      const counted = this.#events.get(one.event) ?? new Map<Where, Contribution>();
      this.#events.set(one.event, counted.set(whereOf(one), one));
    }
  }

  remove(some: readonly Contribution[]): void {
    for (const one of some) this.#events.get(one.event)?.delete(whereOf(one));
  }
}
