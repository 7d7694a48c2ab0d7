import { occurredRange, type OccurredRange } from '#shared/domain/dates/occurred-range.ts';
import { isHeld } from '#shared/domain/events/held.ts';
import type { SeenEvent } from '#shared/projections/engine/change.ts';
import { daySort } from '#shared/projections/engine/day-index.ts';
import type { Projection, RowKey } from '#shared/projections/engine/projection.ts';
import { rowId } from '#shared/projections/engine/read-models.ts';
import { type OfficeHeld, officesHeld } from './dossiers.ts';

/** Every office of a party, with each person who was ever named in it. */
export const officeNames = (party: string): string => `offices/${party}`;

/** A report that names an office: its event, the days between which that happened, and the names as it spells them. */
export interface OfficeReport extends OccurredRange {
  readonly id: string;
  /** Where it is among the others: by its first day, then by its position. */
  readonly place: string;
  readonly office: string;
  readonly name?: string;
}

/** The first and the last of the reports that are held; none where all were taken back. */
export interface OfficeEnds {
  readonly first: OfficeReport;
  readonly last: OfficeReport;
}
export interface OfficeRow {
  readonly ends?: OfficeEnds;
  /** A correction has moved one of several reports away from an end: the dossiers tell which is there now. */
  readonly isUnsettled?: true;
}

/**
 * Answers "which offices were ever named, by which report first and by which last?". A name once seen stays, since it
 * was known at some time; a list leaves out what has nothing to show for it.
 */
export const directory: Projection<OfficeRow> = {
  name: 'directory',
  version: 3,
  keys: ({ before, after }) => {
    const keys = [...(before === undefined ? [] : officesHeld(before)), ...officesHeld(after)].map(keyOf);
    return [...new Map(keys.map((key) => [rowId(key), key])).values()];
  },
  project: (row = {}, { before, after }, key) => {
    if (row.isUnsettled === true) return row;
    const [former, report] = [before && reportIn(before, key), reportIn(after, key)];
    return JSON.stringify(former) === JSON.stringify(report) ? row : changed(row, former, report);
  },
};

const keyOf = ({ party, slug, person }: OfficeHeld): RowKey => ({
  partition: officeNames(party),
  sort: `${slug}#${person?.id ?? ''}`,
});

/** What an event reports of an office and its holder; `undefined`: nothing that was held. */
function reportIn(event: SeenEvent, key: RowKey): OfficeReport | undefined {
  if (!isHeld(event) || event.withdrawn !== undefined) return undefined;
  const named = officesHeld(event).find((held) => rowId(keyOf(held)) === rowId(key));
  if (named === undefined) return undefined;
  const { office, person } = named;
  const days = occurredRange(event.occurred);
  const place = daySort(days.from, event.position);
  return { id: event.id, place, ...days, office, ...(person !== undefined && { name: person.name }) };
}

/** A row after a report has become another, or none. */
function changed({ ends }: OfficeRow, former: OfficeReport | undefined, report: OfficeReport | undefined): OfficeRow {
  const isOnly = ends !== undefined && ends.first.id === former?.id && ends.last.id === former.id;
  if (ends === undefined || isOnly) return report === undefined ? {} : { ends: { first: report, last: report } };
  const wasAtEnd = former !== undefined && [ends.first.id, ends.last.id].includes(former.id);
  if (wasAtEnd && former.place !== report?.place) return { isUnsettled: true };
  if (report === undefined) return { ends };
  return {
    ends: {
      first: report.place <= ends.first.place ? report : ends.first,
      last: report.place >= ends.last.place ? report : ends.last,
    },
  };
}
