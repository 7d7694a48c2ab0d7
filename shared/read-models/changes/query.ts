import { parseEventAddress } from '#shared/domain/events/event-address.ts';
import { maxPageBytes, replyBytes } from '#shared/page-size.ts';
import type { Change } from '#shared/projections/engine/change.ts';
import {
  afterStep,
  type HistoryRow,
  storedEventKey,
  storedHistoryKey,
} from '#shared/projections/engine/stored-events.ts';
import type { RowKey } from '#shared/projections/engine/projection.ts';
import { type StateRef, statesAt } from '#shared/projections/engine/event-states.ts';
import { rowId, type RowReader, type StoredRow } from '#shared/projections/engine/read-models.ts';
import { concernsDyad, concernsParty, type LoggedChange, logFrom } from './change-log.ts';
import { type RecordedChange, recordedChange } from './recorded-change.ts';

export interface ChangesQuery {
  /** Whose changes: a party's, or a dyad's; absent: all. */
  readonly party?: string | undefined;
  readonly dyad?: string | undefined;
  /** Changes after this position. */
  readonly after: number;
  readonly limit: number;
}

export interface ChangesPage {
  readonly items: readonly RecordedChange[];
  /** The position up to which this page has looked: the next one begins after it. */
  readonly next: number;
}

/**
 * Changes looked at for one page, about four megabytes: where few of many are wanted, a page may be shorter than its
 * limit, even empty, before the end.
 */
const maxLooked = 20_000;
/** Changes whose events are read together. */
const together = 100;

/** A page of changes, oldest first: the log tells which, and the rows of the events how they were before and after. */
export async function readChanges(store: RowReader, query: ChangesQuery): Promise<ChangesPage> {
  const { party, dyad, after, limit } = query;
  const wanted = party !== undefined ? concernsParty(party) : dyad !== undefined ? concernsDyad(dyad) : () => true;
  const isFiltered = party !== undefined || dyad !== undefined;
  const items: RecordedChange[] = [];
  let found: LoggedChange[] = [];
  let bytes = 0;
  let looked = 0;
  let next = after;
  /** Reads what was found; `false`: the page is full before the last of it. */
  const readFound = async (): Promise<boolean> => {
    for (const change of await recorded(store, found)) {
      if (bytes > maxPageBytes) return false;
      items.push(change);
      bytes += replyBytes(change);
      next = change.position;
    }
    found = [];
    return true;
  };
  let lookedTo = after;
  for await (const change of logFrom(store, after + 1, isFiltered ? undefined : limit)) {
    if (items.length + found.length === limit || looked === maxLooked) break;
    looked += 1;
    lookedTo = change.position;
    if (wanted(change) && found.push(change) === together && !(await readFound())) return { items, next };
  }
  return { items, next: (await readFound()) ? lookedTo : next };
}

/**
 * The changes with the events as they were before and after; two rounds of reads. An event that the rows of events go
 * without is left out.
 */
async function recorded(store: RowReader, logged: readonly LoggedChange[]): Promise<RecordedChange[]> {
  const { corrections = [], events = [] } = Object.groupBy(logged, ({ correction }) =>
    correction === true ? 'corrections' : 'events',
  );
  const refs = events.map(refOf);
  const read = await loaded(store, [
    ...refs.map(({ stream, version }) => storedEventKey(stream, version)),
    ...corrections.map((one) => storedHistoryKey(refOf(one), one.position)),
  ]);
  const [states, steps] = await Promise.all([statesAt(read, refs), stepsOf(read, corrections)]);
  const firsts = new Map([...states].map(([{ madeAt }, { event }]) => [madeAt, event]));
  const changes: RecordedChange[] = [];
  for (const { position, since: recordedAt } of logged) {
    const first = firsts.get(position);
    const step = steps.get(position);
    const change: Change | undefined =
      first !== undefined
        ? { position, recordedAt, cause: first, after: first }
        : step?.before && { position, recordedAt, cause: step.cause, before: step.before, after: afterStep(step) };
    if (change !== undefined) changes.push(recordedChange(change));
  }
  return changes;
}

/** Rows that are loaded together, and a reader that has them. */
async function loaded(store: RowReader, keys: readonly RowKey[]): Promise<Pick<RowReader, 'load'>> {
  const asked = new Set(keys.map(rowId));
  const rows = keys.length === 0 ? new Map<string, StoredRow>() : await store.load(keys);
  return { load: async (some) => (some.every((key) => asked.has(rowId(key))) ? rows : store.load(some)) };
}

function refOf({ id, position }: LoggedChange): StateRef {
  const address = parseEventAddress(id);
  if (address === undefined) throw new Error(`${id} is not the id of an event`);
  return { ...address, madeAt: position };
}

/** The steps of the histories that the corrections are, by position. */
async function stepsOf(store: Pick<RowReader, 'load'>, corrections: readonly LoggedChange[]): Promise<ReadonlyMap<number, HistoryRow>> {
  if (corrections.length === 0) return new Map();
  const keys = new Map(corrections.map((one) => [storedHistoryKey(refOf(one), one.position), one.position]));
  const rows = await store.load([...keys.keys()]);
  return new Map(
    [...keys].flatMap(([key, position]) => {
      const row = rows.get(rowId(key));
      return row === undefined ? [] : [[position, row.data as HistoryRow] as const];
    }),
  );
} // prettier-ignore
