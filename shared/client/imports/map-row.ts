import { Occurred } from '#shared/domain/dates/occurred.ts';
import { cameoEventType } from '#shared/domain/events/cameo-event-types.ts';
import { ReportedAt } from '#shared/domain/events/envelope.ts';
import { type EventTypeName, eventTypes } from '#shared/domain/events/event-types.ts';
import type { Report } from '#shared/domain/events/evidence.ts';
import type { Role, Sector } from '#shared/domain/events/participant.ts';
import type { Participation } from '#shared/domain/events/participation.ts';
import { goldsteinOf } from '#shared/domain/scoring/goldstein.ts';
import { CameoCode } from '#shared/domain/scoring/cameo.ts';
import { cleanText } from './clean-text.ts';
import { dateOf, reportedAtOf } from './dates-of-row.ts';
import type { ActorMap, ImportMap } from './import-map.ts';
import { partOf, partyIn, partyOf } from './party-of-row.ts';
import type { Row } from './read-rows.ts';
import { reportOf } from './report-of-row.ts';

/** Reasons why a row becomes no event. */
export type SkipReason =
  | 'malformed'
  | 'no-id'
  | 'no-date'
  | 'before-since'
  | 'no-state'
  | 'no-party'
  | 'unknown-actor'
  | 'one-country'
  | 'unknown-code';

export interface Skipped {
  readonly skipped: SkipReason;
  /** The actor or code that is not known. */
  readonly unknown?: { readonly kind: 'actor' | 'code'; readonly name: string };
}

/** What a row says of a happening. */
export interface RowEvent {
  readonly type: EventTypeName;
  readonly occurred: string;
  readonly reportedAt?: string;
  readonly participants: readonly { readonly party: string; readonly role: Role; readonly sector?: Sector }[];
  readonly place?: { readonly country?: string; readonly city?: string };
  readonly cameo: string;
  readonly summary?: string;
}

export interface Mapped {
  readonly event: RowEvent;
  readonly report: Report;
  readonly cut: number;
  /** The source's own score, and the code table's. */
  readonly scores?: { readonly own: number; readonly table: number };
}

/** The columns that a map cannot do without. */
export const neededColumns = (map: ImportMap): string[] => [
  map.id,
  map.occurred.column,
  ...map.code.columns,
  ...[map.actors.source, map.actors.target].flatMap(({ party }) => party.map(({ column }) => column)),
];

/** Makes the mapping of rows for a map: `since` is a day before which rows are left out. */
export function rowMapper(map: ImportMap, since: string | undefined): (row: Row) => Mapped | Skipped {
  const housed = new Set([...neededColumns(map), ...map.drop, ...homes(map)]);
  if (map.code.codes !== undefined) for (const column of map.code.columns) housed.delete(column);
  return ({ values, malformed }) => {
    if (malformed !== undefined) return { skipped: 'malformed' };
    const id = values[map.id];
    if (id === undefined) return { skipped: 'no-id' };
    const occurred = occurredOf(values, map);
    if (occurred === undefined) return { skipped: 'no-date' };
    if (since !== undefined && occurred < since) return { skipped: 'before-since' };
    const day = occurred.slice(0, 'YYYY-MM-DD'.length);
    const [source, target] = [
      partyOf(values, map.actors.source, map, day),
      partyOf(values, map.actors.target, map, day),
    ];
    for (const found of [source, target]) {
      if ('none' in found && found.none === 'unknown')
        return { skipped: 'unknown-actor', unknown: { kind: 'actor', name: found.named } };
    }
    if (!('party' in source)) return { skipped: source.none === 'no-party' ? 'no-party' : 'no-state' };
    if (!('party' in target)) return { skipped: target.none === 'no-party' ? 'no-party' : 'no-state' };
    if (source.party === target.party) return { skipped: 'one-country' };
    const said = map.code.columns.map((column) => values[column] ?? '').join('/');
    const cameo = map.code.codes === undefined ? said : codeIn(map.code.codes, said);
    if (!CameoCode.safeParse(cameo).success || cameo === undefined)
      return { skipped: 'unknown-code', unknown: { kind: 'code', name: said } };
    const type = cameoEventType(cameo);
    const sides = [
      side(values, map.actors.source, source.party),
      side(values, map.actors.target, target.party),
    ] as const;
    return {
      event: {
        type,
        occurred,
        ...reported(values, map),
        participants: inRoles(type, cameo, sides),
        ...placed(values, map),
        cameo,
        ...summary(values, map),
      },
      ...reportOf(values, map, id, housed),
      ...scores(values, map, cameo),
    };
  };
}

/** Columns whose content has a place in the event or the report. */
const homes = ({ reportedAt, report, place, says }: ImportMap): string[] =>
  [reportedAt?.column, report.publisher, report.title, place?.country?.column, ...says].filter(
    (one) => one !== undefined,
  );

/** The code of what a row says; a shorter beginning of it counts where the whole is not listed. */
function codeIn(codes: Readonly<Record<string, string>>, said: string): string | undefined {
  if (Object.hasOwn(codes, said)) return codes[said];
  const slash = said.lastIndexOf('/');
  return slash === -1 ? undefined : codeIn(codes, said.slice(0, slash));
}

function occurredOf(values: Row['values'], { occurred: { column, format, until } }: ImportMap): string | undefined {
  const [first, last] = [values[column], until === undefined ? undefined : values[until]];
  const from = first === undefined ? undefined : dateOf(first, format);
  const to = last === undefined ? undefined : dateOf(last, format);
  const occurred = from === undefined || to === undefined || from === to ? from : `${from}/${to}`;
  return Occurred.safeParse(occurred).success ? occurred : undefined;
}

function reported(values: Row['values'], { reportedAt }: ImportMap): Pick<RowEvent, 'reportedAt'> {
  const cell = reportedAt === undefined ? undefined : values[reportedAt.column];
  const at = cell === undefined || reportedAt === undefined ? undefined : reportedAtOf(cell, reportedAt.format);
  return at !== undefined && ReportedAt.safeParse(at).success ? { reportedAt: at } : {};
}

const sectorIn = (sector: ActorMap['sector'], code: string) =>
  sector !== undefined && Object.hasOwn(sector.codes, code) ? sector.codes[code] : undefined;

function side(values: Row['values'], { sector }: ActorMap, party: string) {
  const cell = sector === undefined ? undefined : values[sector.column];
  const named = cell === undefined ? undefined : cell.split(/[,;]/).map((part) => sectorIn(sector, part.trim()));
  const known = named?.find((one) => one !== undefined);
  return { party, ...(known !== undefined && { sector: known }) };
}

type Side = ReturnType<typeof side>;

/** Gives the two sides the roles that the type asks for; of 043 the source is the host. */
function inRoles(
  type: EventTypeName,
  cameo: string,
  [source, target]: readonly [Side, Side],
): RowEvent['participants'] {
  const { needs, allows }: Participation = eventTypes[type].participation;
  const [first = 'participant', second = needs.length === 1 ? (allows[0] ?? first) : first] = needs;
  const roles: readonly [Role, Role] = first === 'signatory' ? [first, first] : [first, second];
  const [one, other] = cameo.startsWith('043') ? [target, source] : [source, target];
  return [
    { ...one, role: roles[0] },
    { ...other, role: roles[1] },
  ];
}

function placed(values: Row['values'], map: ImportMap): Pick<RowEvent, 'place'> {
  const { country: countryMap, city: cityMap } = map.place ?? {};
  const country = countryMap === undefined ? undefined : partyIn(values, countryMap, map);
  const told = Object.entries(cityMap?.where ?? {}).every(([column, some]) => some.includes(values[column] ?? ''));
  const city =
    cityMap === undefined || !told ? undefined : cleanText(partOf(values[cityMap.column], cityMap.pattern), 80);
  if (country === undefined && city === undefined) return {};
  return { place: { ...(country !== undefined && { country }), ...(city !== undefined && { city }) } };
}

function summary(values: Row['values'], { says }: ImportMap): Pick<RowEvent, 'summary'> {
  const text = cleanText(says.flatMap((column) => values[column] ?? []).join(' – '), 2000);
  return text === undefined ? {} : { summary: text };
}

function scores(values: Row['values'], { score }: ImportMap, cameo: string): Pick<Mapped, 'scores'> {
  const cell = score === undefined ? undefined : values[score];
  return cell === undefined ? {} : { scores: { own: Number(cell), table: goldsteinOf(cameo) } };
}
