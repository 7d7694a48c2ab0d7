import type { Naming } from '#shared/projections/engine/event-list.ts';

/** What one event says of a person: as whom it names them, and the days (`YYYY-MM-DD`) between which it happened. */
export interface PersonSeen {
  readonly from: string | null;
  readonly to: string | null;
  readonly as: readonly Naming[];
}

/**
 * The first and the last day (`YYYY-MM-DD`) that an event may have happened on; `null`: no event with such an end is
 * known.
 */
export interface Seen {
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
}

/** A spelling of a person's name, and how many events have it. */
export interface SpelledName extends Seen {
  readonly name: string;
  readonly events: number;
}

/** An office as reports name it, and between which days they place the person in it. */
export interface HeldOffice extends Seen {
  readonly office: string;
  readonly party: string;
  readonly events: number;
}

/** Who a person is, out of all events that name them. */
export interface PersonProfile extends Seen {
  readonly id: string;
  /** The most usual spelling first. */
  readonly names: readonly SpelledName[];
  /** The earliest first. */
  readonly offices: readonly HeldOffice[];
  readonly parties: readonly string[];
  readonly events: number;
}

/** The profile of a person out of what events say of them; `undefined` without any. */
export function profileOf(id: string, seen: readonly PersonSeen[]): PersonProfile | undefined {
  if (seen.length === 0) return undefined;
  const names = tally(seen, ({ name }) => name);
  const offices = tally(seen, ({ office, party }) => office && `${party} ${office}`);
  return {
    id,
    names: names
      .map(({ key: name, ...tallied }) => ({ name, ...tallied }))
      .toSorted((a, b) => b.events - a.events || inOrder(a.name, b.name)),
    offices: offices
      .map(({ key, ...tallied }) => ({
        office: key.slice(key.indexOf(' ') + 1),
        party: key.split(' ')[0] ?? '',
        ...tallied,
      }))
      .toSorted(
        (a, b) =>
          inOrder(a.firstSeen ?? '', b.firstSeen ?? '') || inOrder(a.office, b.office) || inOrder(a.party, b.party),
      ),
    parties: tally(seen, ({ party }) => party)
      .map(({ key }) => key)
      .toSorted(),
    events: seen.length,
    ...days(seen),
  };
}

/** How many events, and of which days, name the person so, by what `keyOf` takes from a mention. */
function tally(seen: readonly PersonSeen[], keyOf: (mention: PersonSeen['as'][number]) => string | undefined) {
  const keyed = seen.flatMap((each) =>
    [...new Set(each.as.map(keyOf))].flatMap((key) => (key === undefined ? [] : [{ key, each }])),
  );
  return [...Map.groupBy(keyed, ({ key }) => key)].map(([key, found]) => ({
    key,
    events: found.length,
    ...days(found.map(({ each }) => each)),
  }));
}

function days(seen: readonly PersonSeen[]): Seen {
  const firsts = seen.flatMap(({ from, to }) => from ?? to ?? []);
  const lasts = seen.flatMap(({ from, to }) => to ?? from ?? []);
  return { firstSeen: firsts.toSorted()[0] ?? null, lastSeen: lasts.toSorted().at(-1) ?? null };
}

const inOrder = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
