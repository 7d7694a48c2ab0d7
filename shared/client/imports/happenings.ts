import { type EventTypeName, eventTypes } from '#shared/domain/events/event-types.ts';
import type { Report } from '#shared/domain/events/evidence.ts';
import { dyadOf } from '#shared/domain/parties/dyad.ts';
import { streamName } from '#shared/domain/streams/stream-name.ts';
import type { ImportMap } from './import-map.ts';
import type { Mapped, RowEvent } from './map-row.ts';

/** What several rows say happened: one event, with a report for each row. */
export interface Happening {
  readonly key: string;
  readonly dyad: string;
  readonly stream: string;
  readonly event: RowEvent;
  readonly reports: readonly Report[];
}

/** What identifies a happening: rows, and recorded events, that have all of it in common are one. */
type Identity = Pick<RowEvent, 'type' | 'occurred' | 'participants'> & { readonly cameo?: string | undefined };

/**
 * Returns the key of a happening: type, code, day, and who took part in which role, in any order. The two codes of a
 * visit, of the visitor (042) and of the host (043), are one.
 */
export function happeningKey({ type, occurred, participants, cameo = '' }: Identity): string {
  const parties = participants.map(({ party, role }) => `${party}:${role}`).toSorted();
  return [type, type === 'VisitConducted' ? '' : cameo, occurred, ...parties].join('|');
}

/** Joins rows to happenings, in the order of their first rows. */
export class Happenings {
  readonly #map: ImportMap;
  readonly #byKey = new Map<string, { event: RowEvent; reports: Report[] }>();

  constructor(map: ImportMap) {
    this.#map = map;
  }

  /** Adds a row; returns whether it is the first of its happening. */
  add({ event, report }: Mapped): boolean {
    const key = this.#map.sameHappening ? happeningKey(event) : (report.reference ?? '');
    const known = this.#byKey.get(key);
    known?.reports.push(report);
    if (known === undefined) this.#byKey.set(key, { event, reports: [report] });
    return known === undefined;
  }

  /** Takes all out. */
  take(): Happening[] {
    const taken = [...this.#byKey].map(([key, { event, reports }]) => {
      const [one = '', other = ''] = event.participants.map(({ party }) => party);
      return { key, dyad: dyadOf(one, other), stream: streamOf(this.#map, event), event, reports };
    });
    this.#byKey.clear();
    return taken;
  }
}

/**
 * Returns the stream of an event: its relation; or one for each happening, where the type has streams of another kind.
 * A visit and the visit that returns it on the same day are two.
 */
function streamOf({ source }: ImportMap, { type, occurred, participants }: RowEvent): string {
  const [category = 'relation'] = categoriesOf(type);
  const [one = '', other = ''] = participants.map(({ party }) => party);
  if (category === 'relation') return streamName('relation', dyadOf(one, other));
  const sameRole = new Set(participants.map(({ role }) => role)).size === 1;
  const parties = sameRole ? [one, other].toSorted() : [one, other];
  const day = occurred.replaceAll(/[^0-9-]+/g, '_');
  return streamName(category, [source, ...parties, day].join('-').slice(0, 64));
}

const categoriesOf = (type: EventTypeName) => eventTypes[type].categories;
