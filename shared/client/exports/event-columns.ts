import type { CorrectedEvent } from '#shared/domain/corrections/corrected-event.ts';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import { independentSources } from '#shared/domain/events/independent-sources.ts';
import { partyName } from '#shared/domain/parties/party-name.ts';
import { scoreOf } from '#shared/domain/scoring/score.ts';
import type { Exported } from './exported-events.ts';

/** The version of the tables: a change of columns is a new one. */
export const tablesVersion = 2;

export type Kind = 'text' | 'integer' | 'number' | 'day' | 'instant';
export type Value = string | number | undefined;

/** A column of a table: its kind, and what a row has in it. */
export interface Column<Row> {
  readonly kind: Kind;
  readonly value: (row: Row) => Value;
}
export type Columns<Row> = Readonly<Record<string, Column<Row>>>;

const text = <Row>(value: (row: Row) => string | undefined): Column<Row> => ({ kind: 'text', value });
const integer = <Row>(value: (row: Row) => number | undefined): Column<Row> => ({ kind: 'integer', value });
const number = <Row>(value: (row: Row) => number | undefined): Column<Row> => ({ kind: 'number', value });
const day = <Row>(value: (row: Row) => string | undefined): Column<Row> => ({ kind: 'day', value });

/** An event that is no correction; `undefined` for a correction. */
const diplomatic = (event: Exported): CorrectedEvent | undefined => (isCorrection(event) ? undefined : event);

const rangeOf = (event: Exported) => {
  const occurred = diplomatic(event)?.occurred;
  return occurred === undefined ? undefined : occurredRange(occurred);
};

const goldstein = (event: Exported): number | undefined => {
  const one = diplomatic(event);
  return one === undefined ? undefined : (scoreOf(one, 'goldstein') ?? undefined);
};

const sources = (event: Exported): number => {
  const evidence = diplomatic(event)?.evidence;
  return evidence === undefined ? 0 : independentSources(evidence);
};

/** Fields that a column shows whole. */
const shown = new Set(
  (
    'id stream version position recordedAt recordedBy type schemaVersion occurred reportedAt participants ' +
    'modality cameo place channel level topics partOf of summary corrections withdrawn'
  ).split(' '),
);

/** The fields that no column shows whole, as JSON: evidence, third parties, fields of one type … */
function others(event: Exported): string | undefined {
  const rest = Object.fromEntries(Object.entries(event).filter(([name]) => !shown.has(name)));
  return Object.keys(rest).length === 0 ? undefined : JSON.stringify(rest);
}

/** The table of events, a row each. */
export const eventColumns: Columns<Exported> = {
  id: text(({ id }) => id),
  position: integer(({ position }) => position),
  type: text(({ type }) => type),
  occurred: text((event) => diplomatic(event)?.occurred),
  occurred_from: day((event) => rangeOf(event)?.from ?? undefined),
  occurred_to: day((event) => rangeOf(event)?.to ?? undefined),
  modality: text((event) => diplomatic(event)?.modality),
  cameo: text((event) => diplomatic(event)?.cameo),
  goldstein: number(goldstein),
  summary: text(({ summary }) => summary),
  place_country: text((event) => diplomatic(event)?.place?.country),
  place_city: text((event) => diplomatic(event)?.place?.city),
  place_site: text((event) => diplomatic(event)?.place?.site),
  place_lat: number((event) => diplomatic(event)?.place?.lat),
  place_lon: number((event) => diplomatic(event)?.place?.lon),
  channel: text((event) => diplomatic(event)?.channel),
  level: text((event) => diplomatic(event)?.level),
  topics: text((event) => diplomatic(event)?.topics?.join(';')),
  reliability: text((event) => diplomatic(event)?.evidence?.reliability),
  credibility: integer((event) => diplomatic(event)?.evidence?.credibility),
  reports: integer((event) => diplomatic(event)?.evidence?.reports?.length ?? 0),
  sources: integer(sources),
  part_of: text((event) => diplomatic(event)?.partOf),
  corrects: text((event) => (isCorrection(event) ? event.of : undefined)),
  corrections: integer((event) => diplomatic(event)?.corrections ?? 0),
  withdrawn: text((event) => diplomatic(event)?.withdrawn?.reason),
  reported_at: text(({ reportedAt }) => reportedAt),
  recorded_at: { kind: 'instant', value: ({ recordedAt }) => recordedAt },
  recorded_by: text(({ recordedBy }) => recordedBy.subject),
  recorded_by_client: text(({ recordedBy }) => recordedBy.client),
  recorded_by_organisation: text(({ recordedBy }) => recordedBy.organisation),
  stream: text(({ stream }) => stream),
  version: integer(({ version }) => version),
  others: text(others),
};

export interface ParticipantRow {
  readonly event: string;
  readonly participant: CorrectedEvent['participants'][number];
}

/** The participants of an event, a row each. */
export const participantsOf = (event: Exported): ParticipantRow[] =>
  (diplomatic(event)?.participants ?? []).map((participant) => ({ event: event.id, participant }));

/** The table of participants. */
export const participantColumns: Columns<ParticipantRow> = {
  event_id: text(({ event }) => event),
  party: text(({ participant }) => participant.party),
  party_name: text(({ participant }) => partyName(participant.party)),
  role: text(({ participant }) => participant.role),
  sector: text(({ participant }) => participant.sector),
  person_id: text(({ participant }) => participant.person?.id),
  person_name: text(({ participant }) => participant.person?.name),
  office: text(({ participant }) => participant.office),
};
