import { officeSlug } from '#shared/domain/people/office-slug.ts';
import { inParallel } from '#shared/in-parallel.ts';
import type { Page } from '#shared/page.ts';
import type { OfficeReport } from './directory.ts';
import { aboutPerson, aboutVacantOffice, dossiers } from './dossiers.ts';
import { eventId } from '#shared/domain/events/event-address.ts';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import { knownBetween } from '#shared/projections/engine/day-index.ts';
import { eventsIn } from '#shared/read-models/timeline/query.ts';
import { officesAfter } from './read-directory.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';

/** An office, and a person who is reported to have held it; both as the last of these reports names them. */
export interface OfficeHolder {
  readonly party: string;
  readonly office: string;
  /** The office as a part of an address. */
  readonly slug: string;
  /** Absent: events that name the office alone. */
  readonly person?: { readonly id: string; readonly name: string };
  /**
   * The first and the last day on which, as far as the events tell, the person was in the office; null: open or
   * unknown.
   */
  readonly from: string | null;
  readonly to: string | null;
  readonly firstEvent: string;
  readonly lastEvent: string;
}

export interface OfficesQuery {
  readonly party: string;
  readonly asOf?: string | undefined;
  readonly limit: number;
  /** The last name of the page before. */
  readonly after?: string | undefined;
}

/**
 * Offices of a party with their holders, by office: one query. What was known at an instant, or has changed since the
 * watermark, and what corrections have left unsettled is looked up in the dossiers: a query of a few rows for each end
 * of it, and as of an instant two.
 */
export async function readOffices(
  store: RowReader,
  { party, asOf, limit, after }: OfficesQuery,
): Promise<Page<OfficeHolder>> {
  const offices = await officesAfter(store, party, { after, limit });
  const holders = await inParallel(offices.items, async ({ sort, ends }) => {
    const [slug = '', person = ''] = sort.split('#');
    const holder = { party, slug, person: person === '' ? undefined : person, asOf };
    const known = asOf === undefined && ends !== undefined ? ends : await endsOf(store, holder);
    return known === null ? [] : [holderOf(holder, known)];
  });
  return { ...offices, items: holders.flat() };
}

interface Holder {
  readonly party: string;
  readonly slug: string;
  readonly person: string | undefined;
  readonly asOf: string | undefined;
}

/** A report that names the office. */
type Report = Omit<OfficeReport, 'place'>;

function holderOf(
  { party, slug, person }: Holder,
  { first, last }: { readonly first: Report; readonly last: Report },
): OfficeHolder {
  const { office, name, to, id } = last;
  return {
    party,
    office,
    slug,
    ...(person !== undefined && name !== undefined && { person: { id: person, name } }),
    from: first.from,
    to,
    firstEvent: first.id,
    lastEvent: id,
  };
}

async function endsOf(store: RowReader, holder: Holder): Promise<{ first: Report; last: Report } | null> {
  const [first, last] = await Promise.all(
    (['oldest', 'newest'] as const).map(async (order) => reportsOf(store, holder, order).next()),
  );
  return first?.value === undefined || last?.value === undefined ? null : { first: first.value, last: last.value };
}

type Order = 'oldest' | 'newest';

/** The reports that name a person in the office, or, without a person, the office alone. */
const reportsOf = (store: RowReader, { person, ...holder }: Holder, order: Order): AsyncGenerator<Report, undefined> =>
  person === undefined ? ofVacantOffice(store, holder, order) : ofPerson(store, { ...holder, person }, order);

async function* ofPerson(
  store: RowReader,
  { party, slug, person, asOf }: Omit<Holder, 'person'> & { readonly person: string },
  order: Order,
): AsyncGenerator<Report, undefined> {
  const direction = order === 'oldest' ? ('ascending' as const) : ('descending' as const);
  const rows = { partition: aboutPerson(person), order: direction, asOf, pageSize: 10 };
  for await (const { entry } of knownBetween(store, dossiers, rows)) {
    const { of: [stream, version] = ['', 0], facets, named = [] } = entry;
    if (facets?.modality !== 'held' || facets.withdrawn !== undefined) continue;
    const found = named.find((one) => one.party === party && officeSlug(one.office ?? '') === slug);
    if (found?.office === undefined) continue;
    const { name, office } = found;
    yield { id: eventId(stream, version), ...occurredRange(facets.occurred), office, name };
  }
  return undefined;
}

async function* ofVacantOffice(
  store: RowReader,
  { party, slug, asOf }: Omit<Holder, 'person'>,
  order: Order,
): AsyncGenerator<Report, undefined> {
  const asked = { subject: aboutVacantOffice(party, slug), asOf, modalities: ['held'], limit: 1, order };
  for await (const { id, from, to, participants } of eventsIn(store, dossiers, asked)) {
    const offices = participants.filter((one) => one.party === party && one.person === undefined);
    const office = offices.map((one) => one.office ?? '').find((each) => officeSlug(each) === slug);
    if (office !== undefined) yield { id, from, to, office };
  }
  return undefined;
}
