import type { Happening } from './happenings.ts';
import type { Known } from './known-happenings.ts';

/** Events that are remembered: those dealt with last, which timelines may not show yet. */
const mostRemembered = 50_000;

/** The events that an import has dealt with. */
export class RecentEvents {
  readonly #byKey = new Map<string, Known>();
  readonly #counted: Set<string>;

  /** `counted`: the ids that an interrupted run has counted. */
  constructor(counted: readonly string[] = []) {
    this.#counted = new Set(counted);
  }

  /** The ids that are counted, for a run that goes on. */
  get counted(): readonly string[] {
    return [...this.#counted];
  }

  readonly get = (key: string): Known | undefined => this.#byKey.get(key);

  /** Counts an event; `false` where it is counted already. */
  counts(id: string): boolean {
    if (this.#counted.has(id)) return false;
    this.#counted.add(id);
    dropOldest(this.#counted);
    return true;
  }

  /** Remembers the event of a happening with the references of its reports. */
  remember({ key, reports }: Happening, before: Known): Known {
    const own = reports.flatMap(({ reference }) => reference ?? []);
    const known = { ...before, references: new Set([...before.references, ...own]) };
    this.#byKey.delete(key);
    this.#byKey.set(key, known);
    dropOldest(this.#byKey);
    return known;
  }
}

function dropOldest(recent: Set<string> | Map<string, unknown>): void {
  const [oldest] = recent.keys();
  if (recent.size > mostRemembered && oldest !== undefined) recent.delete(oldest);
}
