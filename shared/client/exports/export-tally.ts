import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import type { Report } from '#shared/domain/events/evidence.ts';
import { readImportMap } from '#shared/client/imports/import-map.ts';
import { mapFileOf, sources } from '#shared/client/imports/sources.ts';
import type { Exported } from './exported-events.ts';

/** What an export has, for its manifest. */
export interface ExportCounts {
  readonly byType: Readonly<Record<string, number>>;
  /** The versions of the schemas, by type: those that the record opens its events in. */
  readonly schemaVersions: Readonly<Record<string, readonly number[]>>;
  /** The sources of imports whose terms reports keep, with how many reports do. */
  readonly sources: Readonly<Record<string, { readonly reports: number; readonly licence?: string }>>;
}

/** Counts the events of an export. */
export class ExportTally {
  readonly #byType = new Map<string, number>();
  readonly #versions = new Map<string, Set<number>>();
  readonly #reports = new Map<string, number>();

  add(event: Exported): void {
    const { type, schemaVersion } = event;
    this.#byType.set(type, (this.#byType.get(type) ?? 0) + 1);
    this.#versions.set(type, (this.#versions.get(type) ?? new Set()).add(schemaVersion));
    for (const { reference = '' } of reportsOf(event)) {
      const source = reference.slice(0, Math.max(reference.indexOf(':'), 0));
      const reports = this.#reports.get(source);
      if (reports !== undefined || this.#reports.size < mostSources) this.#reports.set(source, (reports ?? 0) + 1);
    }
  }

  async counts(): Promise<ExportCounts> {
    const maps = await Promise.all(sources.map(async (name) => readImportMap(mapFileOf(name))));
    const known = maps.flatMap(({ source, licence }) => {
      const reports = this.#reports.get(source);
      return reports === undefined ? [] : [[source, { reports, ...(licence !== undefined && { licence }) }] as const];
    });
    return {
      byType: Object.fromEntries(this.#byType),
      schemaVersions: Object.fromEntries(
        [...this.#versions].map(([type, some]) => [type, [...some].toSorted((a, b) => a - b)]),
      ),
      sources: Object.fromEntries(known),
    };
  }
}

/** Beginnings of references that are counted at most: a reference may be anything. */
const mostSources = 10_000;

function reportsOf(event: Exported): readonly Report[] {
  if (!isCorrection(event)) return event.evidence?.reports ?? [];
  return event.type === 'ReportAttached' ? [event.report] : [];
}
