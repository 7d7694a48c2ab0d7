import { officeSlug } from '#shared/domain/people/office-slug.ts';
import { inParallel } from '#shared/in-parallel.ts';
import type { Page } from '#shared/page.ts';
import { officeNames } from './directory.ts';
import { aboutHolder, dossiers } from './dossiers.ts';
import type { ListedEvent } from '#shared/projections/engine/event-list.ts';
import { eventsIn } from '#shared/read-models/timeline/query.ts';
import { namesAfter } from './read-directory.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';

/** An office, and a person who is reported to have held it; both as the last of these reports names them. */
export interface OfficeHolder {
  readonly party: string;
  readonly office: string;
  /** The office as a part of an address. */
  readonly slug: string;
  /** Absent: events that name the office alone. */
  readonly person?: { readonly id: string; readonly name: string };
  /** The first and the last day on which, as far as the events tell, the person was in the office; null: open or unknown. */
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

type Store = Pick<ReadModels, 'rows'>;

/** Offices of a party with their holders, by office: one query for the names, and at most four of a few rows for each of them. */
export async function readOffices(
  store: Store,
  { party, asOf, limit, after }: OfficesQuery,
): Promise<Page<OfficeHolder>> {
  const names = await namesAfter(store, officeNames(party), { after, limit });
  const holders = await inParallel(names.items, async (name) => {
    const [slug = '', person = ''] = name.split('#');
    return holderOf(store, { party, slug, person: person === '' ? undefined : person, asOf });
  });
  return { ...names, items: holders.flatMap((holder) => holder ?? []) };
}

interface Holder {
  readonly party: string;
  readonly slug: string;
  readonly person: string | undefined;
  readonly asOf: string | undefined;
}

async function holderOf(store: Store, holder: Holder): Promise<OfficeHolder | undefined> {
  const { party, slug, person, asOf } = holder;
  const asked = { subject: aboutHolder(party, slug, person), asOf, modalities: ['held'], limit: 1 };
  const [first, last] = await Promise.all(
    (['oldest', 'newest'] as const).map(async (order) => eventsIn(store, dossiers, { ...asked, order }).next()),
  );
  if (first?.value === undefined || last?.value === undefined) return undefined;
  const named = nameIn(last.value, holder);
  if (named === undefined) return undefined;
  return {
    party,
    office: named.office,
    slug,
    ...(named.person !== undefined && { person: named.person }),
    from: first.value.from,
    to: last.value.to,
    firstEvent: first.value.id,
    lastEvent: last.value.id,
  };
}

const nameIn = (event: ListedEvent, { party, slug, person }: Holder) =>
  event.participants
    .flatMap((one) => (one.office === undefined ? [] : [{ ...one, office: one.office }]))
    .find((one) => one.party === party && officeSlug(one.office) === slug && one.person?.id === person);
